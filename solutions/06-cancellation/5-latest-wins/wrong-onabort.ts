// Marks the call in `signal.onabort`, which the search may set as well. (It holds one function.)
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: This search has set `signal.onabort`
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    let isOvertaken = false;
    signal.onabort = () => {
      isOvertaken = true;
    };
    try {
      return await search(query, signal);
    } finally {
      if (isOvertaken) signal.throwIfAborted();
    }
  };
}
