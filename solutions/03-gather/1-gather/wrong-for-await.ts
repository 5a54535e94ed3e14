// `for await` over a list awaits in the order of the list, as any loop does.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: something else was awaited first
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  for await (const result of awaitables) results.push(result);
  return results;
}
