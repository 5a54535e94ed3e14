// Races the round against a promise for the abort, which no call may wait for.
export class Barrier {
  readonly #parties: number;
  #isAborted = false;
  #abort: (reason: unknown) => void = () => {};
  readonly #aborted = new Promise<never>((_, reject) => {
    this.#abort = reject;
  });
  #place = 0;
  #complete: () => void = () => {};
  #round = this.#next();

  constructor(parties: number) {
    if (!Number.isInteger(parties) && parties !== Infinity) throw new RangeError('not whole');
    if (parties < 1) throw new RangeError('nobody to wait for');
    this.#parties = parties;
    this.#aborted.catch(() => {});
  }

  #next() {
    return new Promise<void>((resolve) => {
      this.#complete = resolve;
    });
  }

  async wait() {
    if (this.#isAborted) return this.#aborted;
    const [place, round] = [this.#place++, this.#round];
    if (place + 1 === this.#parties) {
      this.#complete();
      this.#round = this.#next();
      this.#place = 0;
    }
    await Promise.race([round, this.#aborted]);
    return place;
  }

  abort(reason: unknown) {
    this.#isAborted = true;
    this.#abort(reason);
  }
}
