/**
 * Waits for several promises at once, and fulfils with all the results.
 * Write it without `Promise.all`: that is the exercise, although no test checks it.
 *
 * - Fulfils with a plain array of the results in input order, whichever promise fulfils first.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier. No timer is needed for that.
 * - A promise or a value that is in the input twice is in the results twice.
 * - Each call has its own results, also when two calls are in flight at the same time.
 * - A plain value counts as its own result; also an object whose `then` is not a function.
 * - A thenable (an object or a function with a `then` method) is awaited, whether or not it is a `Promise`.
 * - Every result counts, unchanged: also `undefined`, another falsy value, or an Error.
 * - With an empty input, fulfils immediately with `[]`.
 * - Rejects as soon as the first promise rejects, with the same reason, also `undefined`. The other work
 *   goes on.
 * - No rejection is unhandled: neither a later one, nor one from before the call.
 * - Iterates over `awaitables` only once, and during the call. Later changes have no effect on the results.
 * - Does not change `awaitables`.
 */
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  // TODO: wait for all of them, and fulfil with their results.
  throw new Error('TODO: write gather() in katas/03-gather/1-gather.ts');
}
