// Takes the time for the number of a call. (Two calls may come in one millisecond.)
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: also in the same millisecond
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let last = 0;
  return async (query) => {
    const mine = Date.now();
    last = mine;
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      if (mine !== last) signal.throwIfAborted();
    }
  };
}
