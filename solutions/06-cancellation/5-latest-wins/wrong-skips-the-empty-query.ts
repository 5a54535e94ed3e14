// Searches for nothing when the query is empty.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Says: expected "search('') with its own signal"
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    if (!query) return [] as T;
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
