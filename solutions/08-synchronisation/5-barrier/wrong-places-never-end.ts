// Counts the calls of all rounds together: the first one of the second round does not get place 0.
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: lets each call go on immediately when there is one party
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Says: whatever comes first in the next round
export class Barrier {
  readonly #parties: number;
  #calls = 0;
  #sleepers: { go(): void; fail(reason: unknown): void }[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const place = this.#calls++;
    if (this.#calls % this.#parties === 0) {
      for (const { go } of this.#sleepers.splice(0)) go();
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
