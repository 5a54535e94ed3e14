/**
 * Waits for several promises at once, and fulfils with all the results.
 * Write it without `Promise.all`: that is the exercise, although no test checks it.
 *
 * - Fulfils with the results in input order, whichever promise fulfils first.
 * - Fulfils as soon as the slowest promise has fulfilled, not earlier.
 * - A plain value counts as its own result.
 * - A thenable (an object with a `then` method) is awaited, whether or not it is a `Promise`.
 * - `undefined` is a result like any other.
 * - With an empty input, fulfils immediately with `[]`.
 * - Iterates over `awaitables` only once: a generator is empty the second time.
 * - Rejects as soon as the first promise rejects, with the same error. The other work goes on.
 * - Later rejections change nothing, and cause no unhandled rejection.
 */
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  // TODO: wait for all of them, and fulfil with their results.
  throw new Error('TODO: write gather() in katas/03-gather/1-gather.ts');
}
