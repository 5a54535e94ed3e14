import type { Timer } from './timer.ts';

/** What comes from other threads: the first due first, and of one ms the first that was sent. */
export class Arrivals {
  readonly #queue: Timer[] = [];

  get size(): number {
    return this.#queue.length;
  }

  /** When the next one is due, in ms. */
  get next(): number {
    return this.#queue[0]?.dueAt ?? Infinity;
  }

  insert(arrival: Timer): void {
    const before = this.#queue.findLastIndex(({ dueAt }) => dueAt <= arrival.dueAt);
    this.#queue.splice(before + 1, 0, arrival);
  }

  /** Whether it was there. */
  remove(arrival: Timer): boolean {
    const at = this.#queue.indexOf(arrival);
    if (at >= 0) this.#queue.splice(at, 1);
    return at >= 0;
  }

  takeDue(now: number): Timer | undefined {
    return this.next <= now ? this.#queue.shift() : undefined;
  }

  clear(): void {
    this.#queue.length = 0;
  }

  [Symbol.iterator](): Iterator<Timer> {
    return this.#queue[Symbol.iterator]();
  }
}
