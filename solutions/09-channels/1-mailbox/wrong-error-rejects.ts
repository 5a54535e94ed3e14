// Rejects if the item is an Error.
// Fails: takes any value for an item, also the same one again
// Says: Any value is an item
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: [(item: T) => void, (error: Error) => void][] = [];

  put(item: T) {
    this.#items.push(item);
    this.#serve();
  }

  get() {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push([resolve, reject]);
      this.#serve();
    });
  }

  #serve() {
    if (this.#items.length === 0) return;
    const [resolve, reject] = this.#waiting.shift() ?? [];
    if (!resolve) return;
    const item = this.#items.shift() as T;
    if (item instanceof Error) reject?.(item);
    else resolve(item);
  }
}
