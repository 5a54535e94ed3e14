// A Repeater begins when it is asked for the first time. (Before that, it takes nothing in.)
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: has room for any number of items, and of calls that wait
// Fails: sets no timer
// Says: so it is kept
import { Repeater } from '@repeaterjs/repeater';

export class Mailbox<T> {
  #push: ((item: T) => unknown) | undefined;
  readonly #items = new Repeater<T>(async (push, stop) => {
    this.#push = push;
    await stop;
  });

  put(item: T) {
    this.#push?.(item);
  }

  async get() {
    const { value } = await this.#items.next();
    return value as T;
  }
}
