// Wakes a call only when the first item comes. (Several may be put in before that call takes one.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has room for any number of items, and of calls that wait
// Says: 'b' came in at 11 ms, and nobody got it
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    if (this.#items.length === 1) this.#waiting.shift()?.();
  }

  async get() {
    if (this.#items.length === 0 || this.#waiting.length > 0)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#items.shift() as T;
  }
}
