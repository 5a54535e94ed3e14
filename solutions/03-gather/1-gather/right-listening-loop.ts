// A loop that awaits in turn, each one against the first failure of anybody.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promises = Array.from(awaitables, async (awaitable) => await awaitable);
  const firstFailure = new Promise<never>((_, reject) => {
    for (const promise of promises) promise.catch(reject);
  });
  firstFailure.catch(() => {});
  const results: T[] = [];
  // Each turn of the loop waits for one result or for the failure of anybody.
  for (const promise of promises) results.push(await Promise.race([promise, firstFailure]));
  return results;
}
