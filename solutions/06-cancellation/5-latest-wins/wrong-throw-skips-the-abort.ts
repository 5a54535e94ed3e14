// Counts the calls, and aborts the old search only when the new one has been started without a throw.
// Fails: aborts the signal of the search that it overtakes, and never that of the latest one
// Says: also when its own search rejects or throws
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let calls = 0;
  return async (query) => {
    const call = ++calls;
    const mine = new AbortController();
    const check = () => {
      if (call === calls) return;
      mine.abort();
      mine.signal.throwIfAborted();
    };
    const running = search(query, mine.signal);
    controller?.abort();
    controller = mine;
    return running.finally(check);
  };
}
