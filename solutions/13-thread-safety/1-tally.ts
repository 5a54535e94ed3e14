/**
 * Counts in memory that several threads share. All of them may call both functions at the same time.
 *
 * - `increment` adds 1 to cell 0 of `memory`.
 * - No increment of two threads is lost, in whatever order their steps come. Each call returns: none waits for a thread
 *   that never comes.
 * - Nor is one of three threads lost. The count goes on from what is in cell 0.
 * - `total` returns how many there are in cell 0. It counts each increment that has returned, and a thread that calls it
 *   again never gets fewer.
 * - Cell 1 is yours, and begins at 0: a lock may be there. All other cells stay as they are.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export function increment(memory: Int32Array): void {
  // One step: it reads, adds and writes, and no other thread comes in between.
  Atomics.add(memory, 0, 1);
}

/** Returns the number in cell 0: see above. */
export function total(memory: Int32Array): number {
  return Atomics.load(memory, 0);
}
