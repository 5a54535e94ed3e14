// Has room for ten items, and throws away the first one when another comes.
// Fails: has room for any number of items, and of calls that wait
// Says: nothing is left out
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) return handOver(item);
    this.#items.push(item);
    if (this.#items.length > 10) this.#items.shift();
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
