// Throws in the call when the barrier is aborted. A caller with then() and catch() does not get that.
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: Expected the call to return a promise
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
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  wait() {
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
