// Keeps one item. (The next one replaces it.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: 'a' came in at 3 ms, and nobody got it
export class Mailbox<T> {
  readonly #waiting: ((item: T) => void)[] = [];
  #kept: { item: T } | undefined;

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#kept = { item };
  }

  async get() {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept) return kept.item;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
