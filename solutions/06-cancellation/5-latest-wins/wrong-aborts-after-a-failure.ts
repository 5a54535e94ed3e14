// Aborts its own signal when its search has failed, to tidy up.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: No later call came, so no search has to be told to stop.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let current: AbortController | undefined;
  return async (query) => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const { signal } = controller;
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      controller.abort();
      throw error;
    }
  };
}
