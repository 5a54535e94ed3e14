/**
 * Gives the values of promises as they arrive, to be read with `for await`.
 *
 * - Each value is given when its promise is fulfilled, whichever of them that is.
 * - A failure is thrown when its promise is rejected, when its turn comes.
 *   The generator has ended then, as generators do that have thrown.
 * - Values that are there already are given in the order of the promises.
 * - A reader who is busy misses nothing: what arrives meanwhile is kept, failures too.
 * - A reader may break off at any time. No failure of a promise that was not read is unhandled.
 * - The promises may come from any iterable, which is read once. Without promises it ends at once.
 */
export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  // TODO: yield the values of the promises as they arrive.
  throw new Error('TODO: write asCompleted() in katas/04-wait/1-as-completed.ts');
}
