// Counts the calls to drop late results, and lets the old searches run on.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: 'search r' was not told to stop, and ran until 97 ms; expected at 19 ms.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  return async (query) => {
    const mine = ++calls;
    const { signal } = new AbortController();
    const [end] = await Promise.allSettled([(async () => search(query, signal))()]);
    if (mine !== calls) throw new DOMException('A later call came', 'AbortError');
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  };
}
