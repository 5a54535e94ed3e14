// Keeps the items by the time at which they were put in. (Two may be put in at the same time.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: sets no timer
// Says: 'a' came in at 3 ms, and nobody got it
export class Mailbox<T> {
  readonly #items = new Map<number, T>();
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.set(Date.now(), item);
  }

  async get() {
    for (const [time, item] of this.#items) {
      this.#items.delete(time);
      return item;
    }
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
