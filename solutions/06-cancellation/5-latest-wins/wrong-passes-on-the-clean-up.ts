// Passes on the error with which a stopped search rejects, whatever it is.
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: An error that comes after that is a consequence: reject with the reason of the signal.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const value = await search(query, signal);
    signal.throwIfAborted();
    return value;
  };
}
