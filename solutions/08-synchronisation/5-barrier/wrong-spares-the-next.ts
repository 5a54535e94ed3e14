// Wakes a round in a microtask, and until then an abort spares all who wait: also the first call of the next round.
// Fails: does nothing to a round whose last call has come before the abort
// Says: But each call of the next round rejects
interface Waiter {
  goOn(place: number): void;
  fail(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  readonly #waiters: Waiter[] = [];
  #broken: { reason: unknown } | undefined;

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async wait(): Promise<number> {
    if (this.#broken) throw this.#broken.reason;
    return new Promise((goOn, fail) => {
      const count = this.#waiters.push({ goOn, fail });
      if (count % this.#parties === 0) queueMicrotask(() => this.#wake());
    });
  }

  #wake(): void {
    const round = this.#waiters.splice(0, this.#parties);
    for (const [place, waiter] of round.entries()) waiter.goOn(place);
  }

  abort(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    if (this.#waiters.length >= this.#parties) return;
    for (const waiter of this.#waiters.splice(0)) waiter.fail(reason);
  }
}
