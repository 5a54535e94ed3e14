// Aborts with a text. (A caller asks for the name of the error.)
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: It rejected with 'overtaken' at 30 ms; expected a rejection with an error named 'AbortError'.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort('overtaken');
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
