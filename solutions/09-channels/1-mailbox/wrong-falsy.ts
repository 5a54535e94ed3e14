// Takes a falsy item for none.
// Fails: takes any value for an item, also the same one again
// Says: told by how many items there are
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    const item = this.#items.shift();
    if (item) return item;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
