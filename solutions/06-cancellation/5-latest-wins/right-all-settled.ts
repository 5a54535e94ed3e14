// Waits for the end of the search, and looks at its signal after that.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller = new AbortController();
  return async (query) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    const [end] = await Promise.allSettled([(async () => search(query, signal))()]);
    if (signal.aborted) throw signal.reason;
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  };
}
