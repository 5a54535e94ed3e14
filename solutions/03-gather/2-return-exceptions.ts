/**
 * Waits until all promises have settled, and fulfils with the outcome of each: a result, or an Error.
 *
 * - Fulfils with the outcomes in input order, whichever promise settles first.
 * - Fulfils as soon as the slowest promise has settled, even when some reject.
 * - If a promise fulfils, its outcome is the result, unchanged; also `0`, `''`, `null` or `undefined`.
 * - A plain value counts as its own result.
 * - If a promise rejects with an Error, its outcome is that same Error object.
 * - If it rejects with anything else, its outcome is a new Error that has the reason as its `cause`.
 * - Rejections cause no unhandled rejection, whichever promise rejects first.
 * - With an empty input, fulfils immediately with `[]`.
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
