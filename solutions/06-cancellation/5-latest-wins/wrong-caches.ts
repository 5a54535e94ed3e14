// Keeps answers by query. (An equal query may have another answer later.)
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: works again after each way in which a call can end
// Says: Each call searches once, for its query
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const known = new Map<string, T>();
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    if (known.has(query)) return known.get(query) as T;
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      known.set(query, value);
      return value;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
}
