// An emitter tells all that listen. (They all get the same item.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: 'a' came out 2 times
import { EventEmitter, once } from 'node:events';

export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  put(item: T) {
    if (this.#emitter.listenerCount('item') > 0) this.#emitter.emit('item', item);
    else this.#items.push(item);
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) return this.#items.shift() as T;
    const [item] = await once(this.#emitter, 'item');
    return item;
  }
}
