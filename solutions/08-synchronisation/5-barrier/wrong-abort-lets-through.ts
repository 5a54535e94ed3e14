// Takes the abort for an end of the wait: the calls go on, though not all have come.
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: is a barrier of its own
// Fails: throws a RangeError in the constructor for a number that is no count
// Says: a promise that fulfils stands for success: reject. Not all had come
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
    for (const [i, { resolve }] of this.#round.splice(0).entries()) resolve(i);
  }
}
