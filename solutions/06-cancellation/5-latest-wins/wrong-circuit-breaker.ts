// Stops searching after three failures, which no caller has asked for.
// Fails: works again after each way in which a call can end
// Says: the next one works like the first one
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let controller: AbortController | undefined;
  let broken = 0;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    if (broken > 2) throw new Error('too many failures');
    try {
      const value = await search(query, signal);
      signal.throwIfAborted();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      broken++;
      throw error;
    }
  };
}
