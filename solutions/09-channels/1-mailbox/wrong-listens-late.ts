// Listens to the emitter when `get` is called, and not before.
// Fails: keeps items for which no call waits, and hands them out in order
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: takes any value for an item, also the same one again
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Fails: sets no timer
// Says: so it is kept
import { EventEmitter, on } from 'node:events';

export class Mailbox<T> {
  readonly #emitter = new EventEmitter();
  #items: AsyncIterator<T[]> | undefined;

  put(item: T) {
    this.#emitter.emit('item', item);
  }

  async get(): Promise<T> {
    this.#items ??= on(this.#emitter, 'item');
    const { value } = await this.#items.next();
    return value[0];
  }
}
