// A call remembers its round, and looks each time when it is woken: first whether that is over, then for an abort.
export class Barrier {
  readonly #parties: number;
  #round = Symbol('round');
  #waiting = 0;
  #sleepers: (() => void)[] = [];
  #aborted?: { reason: unknown };

  constructor(parties: number) {
    this.#parties = parties;
    if ((parties !== Infinity && !Number.isInteger(parties)) || parties < 1)
      throw new RangeError('parties: a whole number from 1 on');
  }

  #wakeAll() {
    for (const wake of this.#sleepers.splice(0)) wake();
  }

  async wait() {
    const mine = this.#round;
    const place = this.#waiting++;
    if (this.#waiting === this.#parties && !this.#aborted) {
      this.#round = Symbol('round');
      this.#waiting = 0;
      this.#wakeAll();
    }
    while (this.#round === mine) {
      if (this.#aborted) throw this.#aborted.reason;
      await new Promise<void>((resolve) => this.#sleepers.push(resolve));
    }
    return place;
  }

  abort(reason: unknown) {
    if (this.#aborted) return;
    this.#aborted = { reason };
    this.#wakeAll();
  }
}
