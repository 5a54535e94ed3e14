// A round is a promise with the functions that settle it, and the next one is made by its last call.
class Round {
  came = 0;
  settle: { complete(): void; fail(reason: unknown): void } = { complete() {}, fail() {} };
  readonly complete = new Promise<void>((complete, fail) => {
    this.settle = { complete, fail };
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
      round.settle.complete();
    }
    await round.complete;
    return place;
  }

  abort(reason: unknown) {
    if (this.#failure) return;
    this.#failure = Promise.reject(reason);
    this.#failure.catch(() => {});
    // It may be that no call waits for it.
    this.#round.complete.catch(() => {});
    this.#round.settle.fail(reason);
  }
}
