/**
 * Yields the values of promises as they arrive, to be read with `for await`.
 *
 * - Yields each value as soon as its promise fulfils.
 * - Yields each value exactly once, in whatever order the promises fulfil.
 * - Throws the same error as soon as a promise rejects.
 * - When several promises have already fulfilled, yields their values in input order.
 * - Keeps values that arrive while the reader is busy, and yields them when the reader goes on.
 * - Keeps a rejection in the same way, and throws its error when the reader goes on.
 * - When the reader stops early (`break`), later rejections cause no unhandled rejection.
 * - Iterates over `promises` only once: a generator is empty the second time.
 * - With an empty input, ends immediately.
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  // TODO: yield the values of the promises as they arrive.
  throw new Error('TODO: write asCompleted() in katas/04-wait/1-as-completed.ts');
}
