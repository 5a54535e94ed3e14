// Asks for a whole number, and Infinity is none.
// Fails: rejects each call that comes after an abort with its reason
// Fails: throws a RangeError in the constructor for a number that is no count
// Says: It threw synchronously at 0 ms: RangeError: Infinity parties
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    if (!Number.isInteger(parties) || parties < 1) throw new RangeError(`${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
