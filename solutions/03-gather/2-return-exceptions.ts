/**
 * Waits for many at once, and gives what came of each: its result, or its failure as a value.
 *
 * - Gives what came in the order in which the awaitables were given.
 * - Waits for the slowest, whether or not something has failed.
 * - Every result stands in its place as it is, also `0`, `''`, `null`, `undefined`, and what is no
 *   promise at all.
 * - Where something has failed with an Error, that very Error stands in its place.
 * - Where something has failed with anything else, an Error stands in its place that has it as `cause`.
 * - No failure is unhandled, whichever comes first.
 * - With nothing to wait for, gives an empty list at once.
 */
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  // Each promise gets its own listener to failures, now: none is unhandled, and what is gathered here
  // cannot fail any more.
  const outcomes = [...awaitables].map((awaitable) =>
    Promise.resolve(awaitable).catch((failure: unknown) =>
      // In JavaScript anything can be thrown; a caller who looks for Errors would take it for a result.
      failure instanceof Error ? failure : new Error('failed without an Error', { cause: failure }),
    ),
  );
  return Promise.all(outcomes);
}
