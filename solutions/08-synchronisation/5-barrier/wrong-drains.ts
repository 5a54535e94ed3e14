// A port of asyncio: while a round leaves, other calls wait in front of it. An abort finds those that leave, too.
// Fails: takes each call after the last one of a round for the next round
// Fails: does nothing to a round whose last call has come before the abort
// Says: The round was complete before this call came
export class Barrier {
  readonly #parties: number;
  #state: 'filling' | 'draining' | 'broken' = 'filling';
  #reason: unknown;
  #count = 0;
  #woken: (() => void)[] = [];

  constructor(parties: number) {
    const isCount = Number.isInteger(parties) || parties === Infinity;
    if (!isCount || parties < 1) throw new RangeError(`No barrier for ${parties} parties`);
    this.#parties = parties;
  }

  async #while(state: string) {
    while (this.#state === state) await new Promise<void>((resolve) => this.#woken.push(resolve));
    if (this.#state === 'broken') throw this.#reason;
  }

  #become(state: 'filling' | 'draining' | 'broken') {
    this.#state = state;
    for (const wake of this.#woken.splice(0)) wake();
  }

  async wait(): Promise<number> {
    await this.#while('draining');
    const place = this.#count++;
    try {
      if (this.#count === this.#parties) this.#become('draining');
      else await this.#while('filling');
      return place;
    } finally {
      this.#count--;
      if (this.#count === 0 && this.#state === 'draining') this.#become('filling');
    }
  }

  abort(reason: unknown): void {
    if (this.#state === 'broken') return;
    this.#reason = reason;
    this.#become('broken');
  }
}
