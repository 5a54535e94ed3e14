// Keeps the items in a Set. (It has no room for the same one twice.)
// Fails: takes any value for an item, also the same one again
// Says: is an item of its own
export class Mailbox<T> {
  readonly #items = new Set<T>();
  readonly #waiting = new Set<(item: T) => void>();

  put(item: T) {
    for (const handOver of this.#waiting) {
      this.#waiting.delete(handOver);
      return handOver(item);
    }
    this.#items.add(item);
  }

  async get(): Promise<T> {
    for (const item of this.#items) {
      this.#items.delete(item);
      return item;
    }
    return new Promise((resolve) => this.#waiting.add(resolve));
  }
}
