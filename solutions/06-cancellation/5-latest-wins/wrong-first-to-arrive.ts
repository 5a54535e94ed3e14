// Drops a result only when a later call has already ended.
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: The latest call is the one that was made last
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  let ended = 0;
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const mine = ++calls;
    const [end] = await Promise.allSettled([(async () => search(query, signal))()]);
    if (mine < ended || (signal.aborted && end.status === 'rejected')) throw signal.reason;
    ended = mine;
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  };
}
