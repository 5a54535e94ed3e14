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
  constructor(memory: Int32Array, at: number, size: number) {
    // TODO: keep what the two methods need.
  }

  put(value: number): void {
    // TODO: sleep while the ring is full. Then write the number to its slot, count it, and wake the other thread.
    throw new Error('TODO: write put() in katas/13-thread-safety/6-ring.ts');
  }

  take(): number {
    // TODO: sleep while the ring is empty. Then read the number from its slot, count it, and wake the other thread.
    throw new Error('TODO: write take() in katas/13-thread-safety/6-ring.ts');
  }
}
