// Asks the signal in `finally`: what that throws takes the place of the value, and of any other error.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller = new AbortController();
  return async (query) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
