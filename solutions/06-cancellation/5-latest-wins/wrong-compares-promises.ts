// Asks whether its promise is still the newest one. (Two searches may return the same promise.)
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: also when both searches return one promise
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let newest: Promise<T> | undefined;
  return async (query) => {
    controller?.abort();
    newest = undefined;
    const mine = new AbortController();
    controller = mine;
    const running = search(query, mine.signal);
    newest = running;
    try {
      return await running;
    } finally {
      if (newest !== running) mine.signal.throwIfAborted();
    }
  };
}
