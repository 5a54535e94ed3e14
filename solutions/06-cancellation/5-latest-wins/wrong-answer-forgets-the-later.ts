// Forgets the controller when a search has fulfilled, also when that controller is of a later one.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: A later call came while it was running
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    try {
      const value = await search(query, mine.signal);
      controller = undefined;
      mine.signal.throwIfAborted();
      return value;
    } catch (error) {
      mine.signal.throwIfAborted();
      throw error;
    }
  };
}
