// Tidies up the query, which belongs to the caller.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Says: expected "search(' Ro') with its own signal"
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query.trim(), signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
