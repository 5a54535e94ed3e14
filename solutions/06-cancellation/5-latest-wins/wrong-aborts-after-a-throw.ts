// Aborts its own signal when `search` has thrown, to tidy up.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: No later call came, so no search has to be told to stop.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    let running: Promise<T>;
    try {
      running = search(query, mine.signal);
    } catch (error) {
      mine.abort();
      throw error;
    }
    return running.finally(() => mine.signal.throwIfAborted());
  };
}
