// A round is a promise with the functions that settle it, and the next one is made by its last call.
class Round {
  came = 0;
  complete: () => void = () => {};
  fail: (reason: unknown) => void = () => {};
  readonly isComplete = new Promise<void>((resolve, reject) => {
    this.complete = resolve;
    this.fail = reject;
  });
}

export class Barrier {
  readonly #parties: number;
  #round = new Round();
  #failure: Promise<never> | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    if (parties === Infinity) return;
    if (!Number.isSafeInteger(parties) || parties < 1) throw new RangeError('not a count');
  }

  async wait() {
    if (this.#failure) return this.#failure;
    const round = this.#round;
    const place = round.came++;
    if (round.came === this.#parties) {
      this.#round = new Round();
      round.complete();
    }
    await round.isComplete;
    return place;
  }

  abort(reason: unknown) {
    if (this.#failure) return;
    this.#failure = Promise.reject(reason);
    this.#failure.catch(() => {});
    // It may be that no call waits for it.
    this.#round.isComplete.catch(() => {});
    this.#round.fail(reason);
  }
}
