// Rejects at the abort, while the old search is still stopping.
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: reject when the search has ended, and not earlier.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    return new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      search(query, signal).then(resolve, reject);
    });
  };
}
