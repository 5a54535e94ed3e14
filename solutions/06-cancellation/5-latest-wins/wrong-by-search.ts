// Keeps a controller for each search function: two boxes with the same function stop each other.
// Fails: keeps the calls of two functions apart
// Says: 'ann' is a call of another function than 'r' and 'rome'
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

const controllers = new WeakMap<object, AbortController>();

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  return async (query) => {
    controllers.get(search)?.abort();
    const controller = new AbortController();
    controllers.set(search, controller);
    try {
      return await search(query, controller.signal);
    } finally {
      controller.signal.throwIfAborted();
    }
  };
}
