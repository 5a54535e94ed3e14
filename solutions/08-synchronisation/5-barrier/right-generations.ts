// A number for each round: a call looks at it each time when it is woken, and at the abort only if its round is not over.
export class Barrier {
  readonly #parties: number;
  #generation = 0;
  #waiting = 0;
  #sleepers: (() => void)[] = [];
  #aborted?: { generation: number; reason: unknown };

  constructor(parties: number) {
    this.#parties = parties;
    if ((parties !== Infinity && !Number.isInteger(parties)) || parties < 1)
      throw new RangeError('parties: a whole number from 1 on');
  }

  #wakeAll() {
    for (const wake of this.#sleepers.splice(0)) wake();
  }

  async wait() {
    const mine = this.#generation;
    const place = this.#waiting++;
    if (this.#waiting === this.#parties && !this.#aborted) {
      this.#generation++;
      this.#waiting = 0;
      this.#wakeAll();
    }
    while (this.#generation === mine) {
      if (this.#aborted) throw this.#aborted.reason;
      await new Promise<void>((resolve) => this.#sleepers.push(resolve));
    }
    return place;
  }

  abort(reason: unknown) {
    this.#aborted ??= { generation: this.#generation, reason };
    this.#wakeAll();
  }
}
