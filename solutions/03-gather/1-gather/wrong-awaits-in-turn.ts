// Who awaits one promise hears nothing of the others.
// Fails: passes the first failure on at the moment when it happens
// Fails: hears the other failures too
// Says: something else was awaited first
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const results: T[] = [];
  for (const awaitable of [...awaitables]) results.push(await awaitable);
  return results;
}
