import type { Timer } from './timer.ts';

/** Gaps that are worth closing. */
const FEWEST_GAPS = 32;

/**
 * Timers in the order in which they were added. A Map of them would be laid out again whenever it has doubled
 * or halved, and the tables that it leaves behind would keep timers in memory that are done.
 */
export class TimerList {
  /** Where one was deleted there is a gap, until half of them are gaps. */
  #slots: (Timer | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(timer: Timer): void {
    timer.slot = this.#slots.push(timer) - 1;
    this.#size++;
  }

  /** Whether it was there. */
  delete(timer: Timer): boolean {
    if (timer.slot === undefined) return false;
    this.#slots[timer.slot] = undefined;
    timer.slot = undefined;
    this.#size--;
    if (this.#slots.length - this.#size > Math.max(FEWEST_GAPS, this.#size)) this.#closeGaps();
    return true;
  }

  get all(): Timer[] {
    return this.#size === 0 ? [] : this.#slots.filter((timer) => timer !== undefined);
  }

  find(matches: (timer: Timer) => boolean): Timer | undefined {
    return this.#slots.find((timer) => timer !== undefined && matches(timer));
  }

  #closeGaps(): void {
    const all = this.all;
    all.forEach((timer, slot) => {
      timer.slot = slot;
    });
    this.#slots = all;
  }
}
