// Waits a little before it searches, in case another letter comes.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Fails: sets no timer
// Says: A timer fired at 5 ms, which was set at 0 ms. Did that start 'search r'?
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    await new Promise((resolve) => setTimeout(resolve, 5));
    signal.throwIfAborted();
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
