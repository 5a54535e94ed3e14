// Forgets the latest call when that has ended, and lets an older result pass after it.
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: a page that shows the value of an old search shows the wrong list
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let current: AbortController | undefined;
  return async (query) => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const { signal } = controller;
    try {
      const value = await search(query, signal);
      if (current !== undefined && current !== controller) throw signal.reason;
      return value;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      if (current === controller) current = undefined;
    }
  };
}
