// Lets one iteration of the event loop pass before it rejects. (It fulfils in time.)
// Fails: sets no timer
// Says: a promise calls its handlers by itself
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
      throw error;
    }
  };
}
