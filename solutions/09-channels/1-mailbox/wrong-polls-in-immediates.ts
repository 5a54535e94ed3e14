// Looks in each event-loop iteration, in turns: only the call that is first in line looks.
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: 50,000 immediates ran one after another
import { setImmediate as nextIteration } from 'node:timers/promises';

export class Mailbox<T> {
  readonly #items: T[] = [];
  #before: Promise<unknown> = Promise.resolve();

  put(item: T) {
    this.#items.push(item);
  }

  get() {
    const getting = this.#before.then(async () => {
      while (this.#items.length === 0) await nextIteration();
      return this.#items.shift() as T;
    });
    this.#before = getting;
    return getting;
  }
}
