// Numbers the calls: the one with the highest number is the latest.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  let abort = () => {};
  return async (query) => {
    abort();
    const mine = ++calls;
    const controller = new AbortController();
    abort = () => controller.abort();
    try {
      const value = await search(query, controller.signal);
      if (mine === calls) return value;
    } catch (error) {
      if (mine === calls) throw error;
    }
    throw controller.signal.reason;
  };
}
