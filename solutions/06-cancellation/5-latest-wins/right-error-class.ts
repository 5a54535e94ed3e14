// An error class of its own for the reason. Its `name` is the one that a caller asks for.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

class OvertakenError extends Error {
  override name = 'AbortError';
}

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const running = new Set<AbortController>();
  return async (query) => {
    for (const old of running) old.abort(new OvertakenError());
    running.clear();
    const controller = new AbortController();
    running.add(controller);
    try {
      const value = await search(query, controller.signal);
      if (running.has(controller)) return value;
    } catch (error) {
      if (running.has(controller)) throw error;
    }
    throw controller.signal.reason;
  };
}
