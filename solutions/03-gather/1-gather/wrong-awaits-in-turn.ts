// Awaits one promise after another; one that rejects earlier has no handler yet.
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  for (const awaitable of [...awaitables]) results.push(await awaitable);
  return results;
}
