// Calls `search` a second time when it throws.
// Fails: calls search during each call, with the query and a signal that is not aborted
// Fails: rejects with the same reason when the latest search rejects or throws
// Fails: works again after each way in which a call can end
// Says: Each call searches once
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    let running: Promise<T>;
    try {
      running = search(query, signal);
    } catch {
      running = search(query, signal);
    }
    return running.finally(() => signal.throwIfAborted());
  };
}
