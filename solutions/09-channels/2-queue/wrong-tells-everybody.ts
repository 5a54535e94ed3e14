// Sends each item to all calls that wait, by an emitter.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Says: 'e' came out 2 times
import { EventEmitter, once } from 'node:events';

export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #events = new EventEmitter().setMaxListeners(0);

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    try {
      signal?.throwIfAborted();
      while (this.#items.length >= this.#capacity)
        await once(this.#events, 'place', signal && { signal });
    } catch {
      throw signal?.reason;
    }
    if (!this.#events.emit('item', item)) this.#items.push(item);
  }

  async get(signal?: AbortSignal): Promise<T> {
    try {
      signal?.throwIfAborted();
      if (this.#items.length === 0) {
        const [item] = await once(this.#events, 'item', signal && { signal });
        return item;
      }
    } catch {
      throw signal?.reason;
    }
    const item = this.#items.shift() as T;
    this.#events.emit('place');
    return item;
  }
}
