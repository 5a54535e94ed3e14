// Counts the running searches in a `finally` whose promise has no handler.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Fails: sets no timer
// Says: then(), finally() and a call of an async function each return a new promise
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let running = 0;
  return async (query) => {
    if (running > 0) controller?.abort();
    const mine = new AbortController();
    controller = mine;
    running++;
    const work = (async () => search(query, mine.signal))();
    void work.finally(() => running--);
    try {
      return await work;
    } finally {
      mine.signal.throwIfAborted();
    }
  };
}
