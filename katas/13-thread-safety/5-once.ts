/**
 * Makes a number once for callers in several threads. The first caller makes it with its `make`, and the others wait for
 * that number. The cells `at`, `at + 1` and `at + 2` of `memory` are yours, and begin at 0: they stand for this number.
 *
 * - `once` calls `make`, and returns what `make` returned: any number that a cell can hold, also 0. Later calls return the
 *   same number, and do not call their `make`.
 * - Only one thread calls its `make`, in whatever order the steps of the threads come. Each call in each thread returns
 *   the number that was made.
 * - A thread that has to wait sleeps until it is woken. It does not ask again and again.
 * - If `make` throws, its caller throws the same error, whatever that is, and no number has been made: the next call
 *   calls its own `make`.
 * - That is so for threads that wait at that moment, too: one of them calls its own `make`. No caller throws the error of
 *   another one's `make`.
 * - All cells but your three stay as they are.
 * - Another `at` is for another number, and so is another `memory`, which may be a part of a larger one. Also `make` may
 *   call `once` for another number.
 * - No plain access of a cell can meet another thread's: there is no data race. What `make` has written to `memory` can
 *   be read plainly after `once` has returned.
 */
export function once(memory: Int32Array, at: number, make: () => number): number {
  // TODO: let one thread make the number, and the others sleep until it is there.
  throw new Error('TODO: write once() in katas/13-thread-safety/5-once.ts');
}
