// Calls that wait share a promise of the next item.
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: 'a' came out 2 times
export class Mailbox<T> {
  readonly #items: T[] = [];
  #next: Promise<T> | undefined;
  #fulfil: ((item: T) => void) | undefined;

  put(item: T) {
    if (!this.#fulfil) {
      this.#items.push(item);
      return;
    }
    this.#fulfil(item);
    this.#next = this.#fulfil = undefined;
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    this.#next ??= new Promise((resolve) => (this.#fulfil = resolve));
    return this.#next;
  }
}
