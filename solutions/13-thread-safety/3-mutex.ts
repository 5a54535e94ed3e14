/**
 * A mutex in memory that several threads share. One thread has it at a time, and the others sleep. Each thread makes a
 * `Mutex` of its own for the same cells. It calls `lock` and then `unlock`, both on the same object.
 *
 * - `lock` returns when this thread has the mutex, and `unlock` releases it. If the mutex is free, `lock` does not wait.
 *   `unlock` never waits. A thread may lock it again and again.
 * - The cells `at`, `at + 1` and `at + 2` are the mutex's, and begin at 0. All other cells stay as they are.
 * - One thread has it at a time, in whatever order the steps of two threads come. To make a `Mutex` changes nothing for a
 *   thread that has it.
 * - A thread that has it may read and write plainly what the mutex protects: nothing of two threads is lost.
 * - Nor is anything of three threads lost. Each `lock` returns in the end, if each thread that gets the mutex releases it.
 * - A thread that has to wait sleeps until it is woken, without a time limit. It may try up to a hundred times before.
 * - Mutexes of other cells are other mutexes, and a thread may have several of them. `memory` may be a part of a larger
 *   memory.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    // To be woken is not to have it: another thread may have been faster. So each way into the section is this exchange.
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0) {
      // Sleeps only if the cell is still 1. If it was released after the exchange, this returns, and there is a new try.
      Atomics.wait(this.#memory, this.#at, 1);
    }
  }

  unlock(): void {
    // In this order: a thread that is woken before the store finds 1, and sleeps again.
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
