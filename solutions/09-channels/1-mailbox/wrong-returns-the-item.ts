// Returns the item itself if it is there. (Code that calls `then` on it throws.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: sets no timer
// Says: is not a function
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  get() {
    if (this.#items.length > 0) return this.#items.shift();
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
