// Remembers one call that waits. (A second one takes its place.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: to the call that waits longest
export class Mailbox<T> {
  readonly #items: T[] = [];
  #handOver: ((item: T) => void) | undefined;

  put(item: T) {
    const handOver = this.#handOver;
    this.#handOver = undefined;
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => (this.#handOver = resolve));
  }
}
