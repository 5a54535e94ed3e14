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
  const arrived: PromiseLike<T>[] = [];
  let wake = () => {};
  let left = 0;
  for (const promise of promises) {
    left++;
    const arrive = () => {
      arrived.push(promise);
      wake();
    };
    // Both ways out are listened to from the start, so a failure that nobody comes to is not unhandled.
    promise.then(arrive, arrive);
  }
  for (; left > 0; left--) {
    if (arrived.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    // It has settled: its value is given at once, or its failure thrown.
    yield arrived.shift() as PromiseLike<T>;
  }
}
