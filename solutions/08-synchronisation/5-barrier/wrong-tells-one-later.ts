// Rejects one of the calls that come later, and takes the abort for told.
// Fails: rejects each call that comes after an abort with its reason
// Fails: is a barrier of its own
// Says: Once aborted, the barrier stays aborted
interface Waiter {
  resolve(place: number): void;
  reject(reason: unknown): void;
}

export class Barrier {
  readonly #parties: number;
  #round: Waiter[] = [];
  #hasEnded = false;
  #told: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    const told = this.#told;
    this.#told = undefined;
    if (told) throw told.reason;
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#told = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
