/**
 * Waits until all promises have settled, and fulfils with the outcome of each: a result, or an Error.
 *
 * - Fulfils with a plain array of the outcomes in input order, whichever promise settles first.
 * - Fulfils as soon as the slowest promise has settled, even when some reject. No timer is needed for that.
 * - A promise or a value that is in the input twice has two outcomes.
 * - Each call has its own outcomes, also when two calls are in flight at the same time.
 * - If a promise fulfils, its outcome is the result, unchanged: also a falsy one, or an Error.
 * - A plain value counts as its own result; also a function, or an object whose `then` is not a function.
 * - A thenable (an object or a function with a `then` method) is awaited; it may have no other method.
 * - If a promise rejects with an Error of any class, its outcome is that same Error object.
 * - If it rejects with anything else, its outcome is a new Error that has the reason as its `cause`. Some
 *   reasons cannot be turned into a text.
 * - No rejection is unhandled: neither a later one, nor one from before the call.
 * - With an empty input, fulfils immediately with `[]`.
 * - Iterates over `awaitables` only once, and during the call. Later changes have no effect on the outcomes.
 * - Does not change `awaitables`.
 */
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  // Every promise gets its own handler now, so no rejection is unhandled, and these promises never
  // reject.
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure: unknown) =>
      // Anything can be thrown; a caller that looks for Errors would treat it as a result.
      failure instanceof Error ? failure : new Error('failed without an Error', { cause: failure }),
    ),
  );
  return Promise.all(outcomes);
}
