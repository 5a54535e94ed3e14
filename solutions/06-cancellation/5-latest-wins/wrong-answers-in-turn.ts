// Waits for the old search before it looks at the new one.
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Says: Attach a handler before the promise rejects.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let last: Promise<unknown> | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const before = last;
    const running = search(query, signal);
    last = running;
    await before?.catch(() => {});
    try {
      return await running;
    } finally {
      signal.throwIfAborted();
    }
  };
}
