// Calls the search in a `then`, when the call has returned already.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: only after the call had returned
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    return Promise.resolve(query)
      .then((text) => search(text, signal))
      .finally(() => signal.throwIfAborted());
  };
}
