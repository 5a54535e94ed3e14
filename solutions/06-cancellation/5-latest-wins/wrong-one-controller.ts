// Uses one controller for all calls. (What is aborted stays aborted.)
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: What was aborted stays aborted.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const controller = new AbortController();
  let running = 0;
  let calls = 0;
  return async (query) => {
    if (running > 0) controller.abort();
    const mine = ++calls;
    running++;
    try {
      const value = await search(query, controller.signal);
      if (mine !== calls) throw controller.signal.reason;
      return value;
    } finally {
      running--;
    }
  };
}
