// Nothing is unhandled any more, and the failure is still heard only when its turn comes.
// Fails: passes the first failure on at the moment when it happens
// Says: something else was awaited first
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const promises = [...awaitables].map((awaitable) => Promise.resolve(awaitable));
  for (const promise of promises) promise.catch(() => {});
  const results: T[] = [];
  for (const promise of promises) results.push(await promise);
  return results;
}
