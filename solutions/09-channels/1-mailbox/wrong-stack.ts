// Takes the item that was put in last.
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: the item that was put in first
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length > 0) return this.#items.pop() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
