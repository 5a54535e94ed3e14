// Makes a second error for the caller, which is not the reason of the signal.
// Fails: rejects with the reason of the signal when the overtaken search has ended, and not earlier
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: Make that error once: it is the reason of the signal, and the one to reject with.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const overtaken = new DOMException('A later call came', 'AbortError');
    try {
      const value = await search(query, signal);
      if (signal.aborted) throw overtaken;
      return value;
    } catch (error) {
      throw signal.aborted ? overtaken : error;
    }
  };
}
