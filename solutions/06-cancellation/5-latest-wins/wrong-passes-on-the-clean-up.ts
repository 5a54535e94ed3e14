// Passes on the error with which a stopped search rejects, whatever it is.
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: Any other error that comes after the abort is a consequence.
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
