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
  // TODO: wait for all of them, and give what came of each.
  throw new Error('TODO: write gatherSettled() in katas/03-gather/2-return-exceptions.ts');
}
