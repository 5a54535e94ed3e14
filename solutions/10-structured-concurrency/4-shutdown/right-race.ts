// Races the end of all work and the grace, and takes the timer of the loser away.
import { setTimeout as sleep } from 'node:timers/promises';

interface Visit {
  readonly controller: AbortController;
  ended?: true;
}

export class Door {
  readonly #grace: number;
  readonly #visits: Visit[] = [];
  readonly #ends: Promise<void>[] = [];
  #result: Promise<number> | null = null;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('a grace is 0 ms or more');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#result !== null) throw new Error('the door is closed');
    const visit: Visit = { controller: new AbortController() };
    this.#visits.push(visit);
    let leave = () => {};
    this.#ends.push(
      new Promise((resolve) => {
        leave = resolve;
      }),
    );
    try {
      return await work(visit.controller.signal);
    } finally {
      visit.ended = true;
      leave();
    }
  }

  close(): Promise<number> {
    if (this.#result === null) this.#result = this.#close();
    return this.#result;
  }

  async #close(): Promise<number> {
    const all = Promise.all(this.#ends);
    if (this.#grace === Infinity) {
      await all;
      return 0;
    }
    const waiting = new AbortController();
    const { signal } = waiting;
    const over = sleep(this.#grace, 'over' as const, { signal });
    if ((await Promise.race([all, over])) !== 'over') {
      waiting.abort();
      return 0;
    }
    const left = this.#visits.filter((visit) => !visit.ended);
    for (const { controller } of left) controller.abort();
    await all;
    return left.length;
  }
}
