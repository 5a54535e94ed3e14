// Keeps one promise for all rounds: once the barrier has opened, it stays open.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: takes each call after the last one of a round for the next round
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Says: No region may begin an hour before all three have computed the last one
export class Barrier {
  readonly #parties: number;
  #came = 0;
  #open = (_: undefined) => {};
  #fail = (_: unknown) => {};
  #aborted: { reason: unknown } | undefined;
  readonly #isOpen = new Promise<undefined>((resolve, reject) => {
    this.#open = resolve;
    this.#fail = reject;
  });

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#isOpen.catch(() => {});
  }

  async wait() {
    if (this.#aborted) throw this.#aborted.reason;
    const place = this.#came++ % this.#parties;
    if (place === this.#parties - 1) this.#open(undefined);
    await this.#isOpen;
    return place;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    this.#fail(reason);
  }
}
