// Gets one item by a loop over all of them. (To leave the loop ends the iterator.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: sets no timer
// Says: the iterator has ended
import { EventEmitter, on } from 'node:events';

export class Mailbox<T> {
  readonly #emitter = new EventEmitter();
  readonly #items = on(this.#emitter, 'item');

  put(item: T) {
    this.#emitter.emit('item', item);
  }

  async get(): Promise<T> {
    for await (const [item] of this.#items) return item;
    throw new Error('the iterator has ended');
  }
}
