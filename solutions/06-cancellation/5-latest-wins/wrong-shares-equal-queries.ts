// Gives the running search of an equal query to a new call.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: Each call searches once, for its query
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  let controller: AbortController | undefined;
  return (query) => {
    const same = running.get(query);
    if (same) return same;
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const work = (async () => {
      try {
        return await search(query, signal);
      } finally {
        running.delete(query);
        signal.throwIfAborted();
      }
    })();
    running.set(query, work);
    return work;
  };
}
