// The last call waits for the others to be woken before it begins the next round: a newcomer joins a round that is over.
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: does nothing to a round whose last call has come before the abort
// Says: The round was complete before this call came
export class Barrier {
  readonly #parties: number;
  #came = 0;
  #sleepers: { go(): void; fail(reason: unknown): void }[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const place = this.#came++;
    if (this.#came >= this.#parties) {
      for (const { go } of this.#sleepers.splice(0)) go();
      await null;
      this.#came = 0;
      return place;
    }
    await new Promise<void>((go, fail) => this.#sleepers.push({ go, fail }));
    return place;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const { fail } of this.#sleepers.splice(0)) fail(reason);
  }
}
