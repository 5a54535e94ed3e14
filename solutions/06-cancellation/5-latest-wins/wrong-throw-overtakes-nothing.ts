// Starts the new search first, and aborts the old one only if that has worked.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: also when its own search rejects or throws
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    const mine = new AbortController();
    const running = search(query, mine.signal);
    controller?.abort();
    controller = mine;
    try {
      return await running;
    } finally {
      mine.signal.throwIfAborted();
    }
  };
}
