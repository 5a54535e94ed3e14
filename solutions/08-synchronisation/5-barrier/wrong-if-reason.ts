// Asks whether there is a reason. (It may be undefined, null or an empty text.)
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing in a second abort
// Says: When 'abort' gets undefined
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #reason: unknown;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#reason) throw this.#reason;
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#reason) return;
    this.#reason = reason;
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
