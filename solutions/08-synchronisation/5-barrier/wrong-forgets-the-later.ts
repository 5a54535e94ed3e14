// Rejects the calls that wait, and goes on as before. (The party that is gone is missing in each later round.)
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: Once aborted, the barrier stays aborted
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
