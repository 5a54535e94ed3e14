// Takes the call before for the latest one again when the latest one has failed.
// Fails: does so whatever that search ends with, also after the later call has ended
// Says: also when its own search rejects or throws
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const mine = ++calls;
    try {
      const value = await search(query, signal);
      if (mine < calls) throw signal.reason;
      return value;
    } catch (error) {
      if (mine < calls) throw signal.reason;
      calls--;
      throw error;
    }
  };
}
