// Starts the new search first, and aborts the old one after that, also when the new one throws.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

async function start<T>(f: () => Promise<T>): Promise<T> {
  return f();
}

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  let running: AbortController | null = null;
  return (query) => {
    const before = running;
    const controller = new AbortController();
    running = controller;
    const work = start(() => search(query, controller.signal));
    before?.abort();
    const check = () => controller.signal.throwIfAborted();
    return work.finally(check);
  };
}
