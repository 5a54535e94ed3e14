// Ignores an abort when no call waits: there is nothing to reject. (Later calls wait for a party that is gone.)
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Says: Once aborted, the barrier stays aborted
/** Those who wait for the last call of one round. */
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    // An object, because the reason itself may be undefined.
    if (this.#broken) throw this.#broken.reason;
    return new Promise((goOn, fail) => {
      this.#round.push({ goOn, fail });
      if (this.#round.length < this.#parties) return;
      // The list is taken away in the same step: who goes on, and comes back, finds a new round.
      for (const [place, waiter] of this.#takeRound().entries()) waiter.goOn(place);
    });
  }

  abort(reason: unknown): void {
    if (this.#broken || this.#round.length === 0) return;
    this.#broken = { reason };
    for (const waiter of this.#takeRound()) waiter.fail(reason);
  }

  #takeRound(): Waiter[] {
    const round = this.#round;
    this.#round = [];
    return round;
  }
}
