// Gives the answer of the latest call to the callers of the ones before.
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Fails: works again after each way in which a call can end
// Fails: keeps the calls of two functions apart
// Says: It fulfilled with 'RO' at 42 ms; expected a rejection with an error named 'AbortError'.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let newest: Promise<T>;
  return (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const mine: Promise<T> = (async () => search(query, signal))().then(
      (value) => (signal.aborted ? newest : value),
      (error) => {
        if (signal.aborted) return newest;
        throw error;
      },
    );
    newest = mine;
    return mine;
  };
}
