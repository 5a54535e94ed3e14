// Marks the old call in a flag that the new call resets.
// Fails: does so whatever that search ends with, also after the later call has ended
// Fails: fulfils with the value of the latest search, whatever value and in whatever order they end
// Says: a page that shows the value of an old search shows the wrong list
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let isOvertaken = false;
  let controller: AbortController | undefined;
  return async (query) => {
    if (controller) {
      isOvertaken = true;
      controller.abort();
    }
    controller = new AbortController();
    const { signal } = controller;
    isOvertaken = false;
    try {
      const value = await search(query, signal);
      if (isOvertaken) throw signal.reason;
      return value;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  };
}
