// Rejects in a microtask, with the reason that is there by then: that of a second abort in the same step.
// Fails: does nothing in a second abort
// Says: The first abort has decided it
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #first: { reason: unknown } | undefined;
  #latest: unknown;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    if (this.#first) throw this.#first.reason;
    return new Promise((goOn, fail) => {
      this.#round.push({ goOn, fail });
      if (this.#round.length < this.#parties) return;
      for (const [place, waiter] of this.#takeRound().entries()) waiter.goOn(place);
    });
  }

  abort(reason: unknown): void {
    this.#first ??= { reason };
    this.#latest = reason;
    const round = this.#takeRound();
    queueMicrotask(() => {
      for (const waiter of round) waiter.fail(this.#latest);
    });
  }

  #takeRound(): Waiter[] {
    const round = this.#round;
    this.#round = [];
    return round;
  }
}
