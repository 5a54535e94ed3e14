// Takes a search that fulfils with `undefined` or `null` for one that was stopped.
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: No later call came: what its search fulfils or rejects with is the result.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let abort = () => {};
  return async (query) => {
    abort();
    const controller = new AbortController();
    abort = () => controller.abort();
    try {
      const found = await search(query, controller.signal);
      if (found === undefined || found === null) throw new DOMException('Stopped', 'AbortError');
      return found;
    } finally {
      controller.signal.throwIfAborted();
    }
  };
}
