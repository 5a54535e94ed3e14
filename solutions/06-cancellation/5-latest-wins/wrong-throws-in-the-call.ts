// Lets a throw of the search out of the call, where a caller expects a promise.
// Fails: rejects with the same reason when the latest search rejects or throws
// Says: Expected the call to return a promise
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    return search(query, signal).finally(() => signal.throwIfAborted());
  };
}
