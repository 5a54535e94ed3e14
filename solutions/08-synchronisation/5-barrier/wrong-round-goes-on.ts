// Rejects the round that waits, but goes on counting: the rest of its calls begins a fresh round.
// Fails: rejects each call that comes after an abort with its reason
// Says: Once aborted, the barrier stays aborted
class Round {
  came = 0;
  resolve = () => {};
  reject = (_: unknown) => {};
  readonly complete = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

export class Barrier {
  readonly #parties: number;
  #round = new Round();

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    const round = this.#round;
    const place = round.came++;
    if (round.came === this.#parties) {
      this.#round = new Round();
      round.resolve();
    }
    await round.complete;
    return place;
  }

  abort(reason: unknown) {
    this.#round.complete.catch(() => {});
    this.#round.reject(reason);
  }
}
