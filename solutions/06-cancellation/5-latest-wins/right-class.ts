// A class for the search box, which knows its running search.
type Search<T> = (query: string, signal: AbortSignal) => Promise<T>;

class Box<T> {
  readonly #search: Search<T>;
  #running: AbortController | undefined;

  constructor(search: Search<T>) {
    this.#search = search;
  }

  async find(query: string): Promise<T> {
    this.#running?.abort();
    const controller = new AbortController();
    this.#running = controller;
    try {
      const value = await this.#search(query, controller.signal);
      controller.signal.throwIfAborted();
      return value;
    } catch (error) {
      controller.signal.throwIfAborted();
      throw error;
    }
  }
}

export function latest<T>(search: Search<T>): (query: string) => Promise<T> {
  const box = new Box(search);
  return (query) => box.find(query);
}
