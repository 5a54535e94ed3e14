// Puts a promise of its own in the place of each one, in the list of the caller.
// Fails: does not change the input
// Says: The list belongs to the caller: put the outcomes into a new one.
export function gatherSettled<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<(T | Error)[]> {
  const list = Array.isArray(awaitables) ? awaitables : [...awaitables];
  list.forEach((awaitable, i) => {
    list[i] = Promise.resolve(awaitable).catch((failure: unknown) =>
      failure instanceof Error ? failure : new Error('failed', { cause: failure }),
    );
  });
  return Promise.all(list);
}
