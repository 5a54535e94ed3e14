// A call that was let go looks at the barrier again, and finds the abort that has come meanwhile.
// Fails: does nothing to a round whose last call has come before the abort
// Says: So the round was complete, and its calls fulfil
export class Barrier {
  readonly #parties: number;
  #generation = 0;
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
    const mine = this.#generation;
    const place = this.#waiting++;
    if (this.#waiting === this.#parties) {
      this.#generation++;
      this.#waiting = 0;
      this.#wakeAll();
      return place;
    }
    while (this.#generation === mine) {
      await new Promise<void>((resolve) => this.#sleepers.push(resolve));
      this.#throwIfAborted();
    }
    return place;
  }

  abort(reason: unknown) {
    this.#aborted ??= { reason };
    this.#wakeAll();
  }

  #throwIfAborted() {
    if (this.#aborted) throw this.#aborted.reason;
  }

  #wakeAll() {
    for (const wake of this.#sleepers.splice(0)) wake();
  }
}
