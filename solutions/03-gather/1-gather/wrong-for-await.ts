// Assumes that `for await` handles all promises from the start. (It awaits one after another.)
// Fails: rejects as soon as the first promise rejects, with the same reason
// Fails: causes no unhandled rejection, neither later nor from before the call
// Fails: iterates over the input only once, and during the call
// Says: Does your code wait for 'a', or for all, before it looks at 'b'?
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  for await (const result of awaitables) results.push(result);
  return results;
}
