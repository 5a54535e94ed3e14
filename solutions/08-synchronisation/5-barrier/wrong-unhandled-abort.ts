// Rejects the promise of the round, which no call may be waiting for: the rejection is unhandled, and Node ends.
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: sets no timer
// Says: 1 unhandled rejection; expected none
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
  #isAborted = false;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    const round = this.#round;
    const place = round.came++;
    if (round.came === this.#parties && !this.#isAborted) {
      this.#round = new Round();
      round.resolve();
    }
    await round.complete;
    return place;
  }

  abort(reason: unknown) {
    this.#isAborted = true;
    this.#round.reject(reason);
  }
}
