// Makes a new controller only after an abort: searches that end in time share one.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Says: with the signal of an earlier search
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller = new AbortController();
  let running = 0;
  return async (query) => {
    if (running > 0) {
      controller.abort();
      controller = new AbortController();
    }
    const { signal } = controller;
    running++;
    const me = signal;
    try {
      const value = await search(query, signal);
      me.throwIfAborted();
      return value;
    } catch (error) {
      me.throwIfAborted();
      throw error;
    } finally {
      running--;
    }
  };
}
