// Ignores an abort while a complete round has not gone on yet. (It is too late for that round, and not for the next.)
// Fails: does nothing to a round whose last call has come before the abort
// Says: But each call of the next round rejects
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #isWaking = false;
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    if (this.#broken) throw this.#broken.reason;
    return new Promise((goOn, fail) => {
      this.#round.push({ goOn, fail });
      if (this.#round.length < this.#parties) return;
      this.#isWaking = true;
      for (const [place, waiter] of this.#takeRound().entries()) waiter.goOn(place);
      queueMicrotask(() => {
        this.#isWaking = false;
      });
    });
  }

  abort(reason: unknown): void {
    if (this.#broken || this.#isWaking) return;
    this.#broken = { reason };
    for (const waiter of this.#takeRound()) waiter.fail(reason);
  }

  #takeRound(): Waiter[] {
    const round = this.#round;
    this.#round = [];
    return round;
  }
}
