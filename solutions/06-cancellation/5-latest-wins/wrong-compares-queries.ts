// Asks whether the query is still the latest one. (An equal query may have come again.)
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: A later call overtakes the one before, also when both have the same query.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let latestQuery: string | undefined;
  let controller: AbortController | undefined;
  return async (query) => {
    latestQuery = query;
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      if (query !== latestQuery) signal.throwIfAborted();
    }
  };
}
