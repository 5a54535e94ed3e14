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
  if (n < 1 || !(Number.isInteger(n) || n === Infinity))
    throw new RangeError(`a limit of ${n} makes no sense`);
  let free = n;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    // The place is handed over. If it were free for a microtask, a call that comes in that microtask would take it.
    if (next) next();
    else free++;
  };
  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      leave();
    }
  };
}
