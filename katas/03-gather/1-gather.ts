/**
 * Waits for many at once, and gives what they gave. Write it without `Promise.all` (no test checks that: it is for you).
 *
 * - Gives the results in the order in which the awaitables were given.
 * - Gives them when the slowest has come, and not earlier.
 * - What is no promise is its own result. Whatever has a `then` is awaited, promise or not.
 * - `undefined` is a result like any other.
 * - With nothing to wait for, gives an empty list at once.
 * - Reads `awaitables` once, as a generator can be read only once.
 * - Passes the first failure on, as it is, at the moment when it happens. The others go on.
 * - A failure after the first is heard as well: it changes nothing, and is never unhandled.
 */
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  // TODO: wait for all of them, and give their results.
  throw new Error('TODO: write gather() in katas/03-gather/1-gather.ts');
}
