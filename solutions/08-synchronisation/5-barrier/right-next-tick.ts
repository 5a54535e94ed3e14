// Wakes the others in nextTick: that is the same millisecond, and no timer.
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
      const round = this.#takeRound();
      process.nextTick(() => {
        for (const [place, waiter] of round.entries()) waiter.goOn(place);
      });
    });
  }

  abort(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    for (const waiter of this.#takeRound()) waiter.fail(reason);
  }

  #takeRound(): Waiter[] {
    const round = this.#round;
    this.#round = [];
    return round;
  }
}
