// Looks at the abort again when its round is complete: an abort right after the last call fails who should go on.
// Fails: does nothing to a round whose last call has come before the abort
// Says: The last call of that round had come before the abort
export class Barrier {
  readonly #parties: number;
  #round: (() => void)[] = [];
  #aborted: { reason: unknown } | undefined;

  constructor(parties: number) {
    this.#parties = parties;
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
  }

  #throwIfAborted() {
    if (this.#aborted) throw this.#aborted.reason;
  }

  async wait() {
    this.#throwIfAborted();
    const place = this.#round.length;
    const waiting = new Promise<void>((wake) => this.#round.push(wake));
    if (place + 1 === this.#parties) this.#wakeAll();
    await waiting;
    this.#throwIfAborted();
    return place;
  }

  #wakeAll() {
    for (const wake of this.#round.splice(0)) wake();
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    this.#wakeAll();
  }
}
