// Returns the promise without `await`, so that `catch` and `finally` come before the end of the search.
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: a page that shows the value of an old search shows the wrong list
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
