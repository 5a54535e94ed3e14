// Looks at the abort in an async function, and awaits it: the call has come, but does not count yet.
// Fails: does nothing to a round whose last call has come before the abort
// Says: The last call of that round had come before the abort
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

  async #throwIfAborted() {
    if (this.#aborted) throw this.#aborted.reason;
  }

  async wait() {
    await this.#throwIfAborted();
    if (this.#aborted) throw this.#aborted.reason;
    return new Promise<number>((resolve, reject) => {
      this.#round.push({ resolve, reject });
      if (this.#round.length < this.#parties) return;
      for (const [i, waiter] of this.#round.splice(0).entries()) waiter.resolve(i);
    });
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    for (const { reject } of this.#round.splice(0)) reject(reason);
  }
}
