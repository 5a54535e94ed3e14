// Waits for all of them before it looks whether one has failed.
// Fails: passes the first failure on at the moment when it happens
// Says: something else was awaited first
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const settled = await Promise.allSettled(awaitables);
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
