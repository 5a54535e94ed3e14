// Leaves the item in the mailbox until the code that got it goes on. (Another call gets it, too.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: 'c' came out 2 times
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length === 0) return new Promise<T>((resolve) => this.#waiting.push(resolve));
    const item = await this.#items[0];
    this.#items.shift();
    return item as T;
  }
}
