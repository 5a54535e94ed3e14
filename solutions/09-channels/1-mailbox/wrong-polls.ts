// Looks every millisecond whether an item is there.
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has items and calls of its own
// Fails: sets no timer
// Fails: has room for any number of items, and of calls that wait
// Says: to the call that waits longest
import { setTimeout as sleep } from 'node:timers/promises';

export class Mailbox<T> {
  readonly #items: T[] = [];

  put(item: T) {
    this.#items.push(item);
  }

  async get() {
    while (this.#items.length === 0) await sleep(1);
    return this.#items.shift() as T;
  }
}
