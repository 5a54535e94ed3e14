// Numbers the calls: the one with the highest number is the latest.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let calls = 0;
  const controllers: AbortController[] = [];
  return async (query) => {
    const mine = calls++;
    const controller = new AbortController();
    controllers[mine - 1]?.abort();
    controllers[mine] = controller;
    try {
      const value = await search(query, controller.signal);
      if (mine === calls - 1) return value;
    } catch (error) {
      if (mine === calls - 1 || !controller.signal.aborted) throw error;
    }
    throw controller.signal.reason;
  };
}
