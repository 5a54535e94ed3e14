// A loop that awaits one promise after another, each in a race against the first rejection.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promises = Array.from(awaitables, async (awaitable) => await awaitable);
  const firstFailure = new Promise<never>((_, reject) => {
    for (const promise of promises) promise.catch(reject);
  });
  firstFailure.catch(() => {});
  const results: T[] = [];
  // Each iteration waits for the next result, or for the first rejection of any promise.
  for (const promise of promises) results.push(await Promise.race([promise, firstFailure]));
  return results;
}
