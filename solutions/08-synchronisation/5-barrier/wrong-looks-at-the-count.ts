// Wakes all, and each of them looks whether all have come. But by then, the count is that of the next round.
// Fails: lets the calls of a round go on when the last of them comes
// Fails: fulfils with the place of each call in its round
// Fails: takes each call after the last one of a round for the next round
// Fails: rejects the calls that wait with the reason of abort
// Fails: rejects each call that comes after an abort with its reason
// Fails: does nothing to a round whose last call has come before the abort
// Fails: is a barrier of its own
// Fails: sets no timer
// Says: A call that is woken goes on
export class Barrier {
  readonly #parties: number;
  #waiting = 0;
  #sleepers: (() => void)[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  async wait() {
    this.#throwIfAborted();
    const place = this.#waiting++;
    if (this.#waiting === this.#parties) {
      this.#wakeAll();
      this.#waiting = 0;
      return place;
    }
    do {
      await new Promise<void>((resolve) => this.#sleepers.push(resolve));
      this.#throwIfAborted();
    } while (this.#waiting < this.#parties);
    return place;
  }

  #throwIfAborted() {
    if (this.#aborted) throw this.#aborted.reason;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    this.#wakeAll();
  }

  #wakeAll() {
    for (const wake of this.#sleepers.splice(0)) wake();
  }
}
