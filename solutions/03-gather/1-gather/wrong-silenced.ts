// Handles every rejection, but awaits one promise after another, so it may reject late.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promises = [...awaitables].map((awaitable) => Promise.resolve(awaitable));
  for (const promise of promises) promise.catch(() => {});
  const results: T[] = [];
  for (const promise of promises) results.push(await promise);
  return results;
}
