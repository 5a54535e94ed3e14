// Takes the abort back when the calls of that round have been rejected.
// Fails: rejects each call that comes after an abort with its reason
// Says: Once aborted, the barrier stays aborted
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #aborted: { reason: unknown } | undefined;
  #missing = 0;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) {
      if (this.#missing-- > 0) throw this.#aborted.reason;
      this.#aborted = undefined;
    }
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    this.#missing = this.#parties - this.#round.length;
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
