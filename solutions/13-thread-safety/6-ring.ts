/**
 * A queue of a few numbers, in memory that two threads share. One of them puts, and the other one takes. Each makes a `Ring`
 * of its own for the same cells, at any time.
 *
 * - `take` returns the numbers in the order in which they were put, whatever numbers an `Int32Array` can hold they are.
 * - `put` waits for nothing while fewer than `size` numbers are in the ring. `take` waits for none while one is in it.
 * - Cell `at` counts what has been taken, and cell `at + 1` what has been put.
 * - A ring is in its cells, and nowhere else: another `Ring` for them goes on. Other cells are another ring.
 * - The next `2 * size + 2` cells are yours, and begin at 0. All other cells stay as they are.
 * - No number is lost, swapped or repeated, in whatever order the steps of the two threads come.
 * - That is also so with one slot: each number waits there until the one before has been taken.
 * - While the ring is full, `put` sleeps until a number has been taken. While it is empty, `take` sleeps until one has
 *   been put. If you have a lock, a thread that waits for it sleeps, too.
 * - Both counts begin at the same number, which may be any: after 2,147,483,647 comes -2,147,483,648, and after -1 comes 0.
 *   The ring works on there, whatever its size is.
 * - After each step, the difference of the counts is a number from 0 to `size`.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export class Ring {
  readonly #memory: Int32Array;
  readonly #taken: number;
  readonly #put: number;
  readonly #slots: number;
  readonly #size: number;
  /** A power of two: it divides 2³², so the slot after the greatest count is the next one, too. */
  readonly #places: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#taken = at;
    this.#put = at + 1;
    this.#slots = at + 2;
    this.#size = size;
    let places = 1;
    while (places < size) places *= 2;
    this.#places = places;
  }

  put(value: number): void {
    const memory = this.#memory;
    const put = Atomics.load(memory, this.#put);
    for (;;) {
      const taken = Atomics.load(memory, this.#taken);
      if (((put - taken) | 0) < this.#size) break;
      Atomics.wait(memory, this.#taken, taken);
    }
    memory[this.#slotOf(put)] = value;
    Atomics.store(memory, this.#put, put + 1);
    Atomics.notify(memory, this.#put);
  }

  take(): number {
    const memory = this.#memory;
    const taken = Atomics.load(memory, this.#taken);
    // Sleeps only while the count is the one that says: empty.
    while (Atomics.load(memory, this.#put) === taken) Atomics.wait(memory, this.#put, taken);
    const value = memory[this.#slotOf(taken)] as number;
    Atomics.store(memory, this.#taken, taken + 1);
    Atomics.notify(memory, this.#taken);
    return value;
  }

  #slotOf(count: number): number {
    return this.#slots + (count & (this.#places - 1));
  }
}
