// Looks in each event-loop iteration whether all have come.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: does nothing in a second abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Fails: throws a RangeError in the constructor for a number that is no count
// Says: The clock does not move while an immediate is queued
const iteration = () => new Promise<void>((resolve) => setImmediate(resolve));

export class Barrier {
  readonly #parties: number;
  #rounds = 0;
  #came = 0;
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    this.#throwIfAborted();
    const round = this.#rounds;
    const place = this.#came++;
    if (this.#came === this.#parties) {
      this.#came = 0;
      this.#rounds++;
    }
    while (this.#rounds === round) {
      this.#throwIfAborted();
      await iteration();
    }
    return place;
  }

  #throwIfAborted() {
    if (this.#aborted) throw this.#aborted.reason;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
  }
}
