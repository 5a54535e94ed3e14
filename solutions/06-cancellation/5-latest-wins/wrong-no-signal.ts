// Knows which call is the latest, and does not pass the signal on.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: It logged "search('ro') with no signal"
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await (search as (query: string) => Promise<T>)(query);
    } finally {
      signal.throwIfAborted();
    }
  };
}
