// Lets one iteration of the event loop pass before it passes on the result.
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
      return await search(query, signal);
    } finally {
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
  };
}
