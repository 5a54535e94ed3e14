// A call always waits for the next `put`. (What was put in before stays where it is.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: so it is kept
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    if (this.#waiting.length > 0) this.#waiting.shift()?.(this.#items.shift() as T);
  }

  get() {
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
