// Aborts the old search from a timer, when the new one is running.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Fails: sets no timer
// Says: abort its signal during that call
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    const before = controller;
    controller = new AbortController();
    const mine = controller;
    if (before) setTimeout(() => before.abort());
    try {
      const value = await search(query, mine.signal);
      if (mine !== controller) mine.abort();
      return value;
    } finally {
      mine.signal.throwIfAborted();
    }
  };
}
