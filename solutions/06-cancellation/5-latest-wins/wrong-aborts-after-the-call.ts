// Aborts the old search in a microtask, when the call has returned.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: only after the call had returned
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    const old = controller;
    queueMicrotask(() => old?.abort());
    controller = new AbortController();
    const { signal } = controller;
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}
