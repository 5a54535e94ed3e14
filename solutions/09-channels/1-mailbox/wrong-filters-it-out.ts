// Takes an item out by its value. (The same one may be in the mailbox twice.)
// Fails: takes any value for an item, also the same one again
// Says: is an item of its own
export class Mailbox<T> {
  #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length === 0) return new Promise<T>((resolve) => this.#waiting.push(resolve));
    const [first] = this.#items;
    this.#items = this.#items.filter((item) => item !== first);
    return first as T;
  }
}
