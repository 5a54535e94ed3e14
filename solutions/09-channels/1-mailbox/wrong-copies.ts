// Takes a copy in, so that its caller may change the item.
// Fails: takes any value for an item, also the same one again
// Says: but it is a copy
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const copy = typeof item === 'object' ? structuredClone(item) : item;
    const handOver = this.#waiting.shift();
    if (handOver) handOver(copy);
    else this.#items.push(copy);
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
