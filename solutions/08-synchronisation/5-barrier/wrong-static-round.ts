// Keeps the calls in a static field: all barriers have the same round.
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: Two barriers have nothing in common
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  static readonly #round: Waiter[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    return new Promise<number>((resolve, reject) => {
      Barrier.#round.push({ resolve, reject });
      if (Barrier.#round.length < this.#parties) return;
      for (const [i, waiter] of Barrier.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of Barrier.#round.splice(0)) reject(reason);
  }
}
