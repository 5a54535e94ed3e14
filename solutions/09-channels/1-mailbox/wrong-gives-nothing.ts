// Fulfils with what `shift` returns. (That is `undefined` if the mailbox is empty.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: 'x' got undefined at 0 ms
export class Mailbox<T> {
  readonly #items: T[] = [];

  put(item: T) {
    this.#items.push(item);
  }

  async get() {
    return this.#items.shift() as T;
  }
}
