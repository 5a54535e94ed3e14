// Waits until the old search has stopped, and starts the new one after that.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: 'search r' was told to stop at 19 ms, and stopped at 30 ms. Did that start 'search ro'?
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return async (query) => {
    controller?.abort();
    const mine = new AbortController();
    controller = mine;
    const before = last;
    const work = (async () => {
      if (before) await before.catch(() => {});
      return search(query, mine.signal);
    })();
    last = work;
    try {
      return await work;
    } finally {
      mine.signal.throwIfAborted();
    }
  };
}
