/** Starts work and returns its promise. The work is in flight until that promise settles. */
type Io<T> = () => Promise<T>;

/**
 * Returns a function that calls the functions that it gets, with at most `n` pieces of work in flight.
 *
 * - Calls each `f` once, in the first millisecond in which fewer than `n` are in flight: that of the call, or one in
 *   which other work settles. Calls are served in their order, also within one millisecond.
 * - So exactly `n` are in flight while there is enough to do. `Infinity` is no limit.
 * - Sets no timer. (`setImmediate` counts as one.)
 * - The returned promise fulfils with the value of its work, at the same moment, whatever value it is.
 * - It rejects with the same reason, at the same moment, whatever value that is. A throw of `f` counts as a
 *   rejection, also of a call that did not have to wait.
 * - Work that rejects has ended, and so has an `f` that throws: its place is free, and the others go on.
 * - A call never overtakes one that waits, in whatever microtask it comes. One case is left open: several pieces of
 *   work end in one event-loop iteration. Then a new call of that iteration may take a free place before a call that
 *   waits takes another one, in the same millisecond.
 * - Each call has a place and a result of its own, also if two calls get the same `f`, or their work returns the same
 *   promise. A call that is made inside of an `f` waits for a place like any other.
 * - Each function that `limit` returns has its own `n` places. When all work has ended, it works as at the beginning.
 * - `n` is a whole number from 1 on, or Infinity. For any other number, `limit` throws a RangeError.
 */
export function limit(n: number): <T>(f: Io<T>) => Promise<T> {
  // TODO: return a function that calls `f` when there is room for it.
  throw new Error('TODO: write limit() in katas/07-limits/1-limit.ts');
}
