// Puts the new controller in its place first, and aborts that one.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: It logged "search(' Ro') with an aborted signal" at 0 ms
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    const isFirst = controller === undefined;
    controller = new AbortController();
    if (!isFirst) controller.abort();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
