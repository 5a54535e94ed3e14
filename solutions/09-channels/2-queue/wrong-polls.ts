// Looks every ms.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: hands on any value
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Fails: sets no timer
// Says: A timer of 1 ms was set at 0 ms
import { setTimeout as sleep } from 'node:timers/promises';

export class Queue<T> {
  #items: T[] = [];
  #putting: object[] = [];
  #getting: object[] = [];
  #capacity: number;

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    await this.#turn(this.#putting, () => this.#items.length < this.#capacity, signal);
    this.#putting.shift();
    this.#items.push(item);
  }

  async get(signal?: AbortSignal): Promise<T> {
    await this.#turn(this.#getting, () => this.#items.length > 0, signal);
    this.#getting.shift();
    return this.#items.shift() as T;
  }

  async #turn(line: object[], may: () => boolean, signal?: AbortSignal) {
    signal?.throwIfAborted();
    const me = {};
    line.push(me);
    while (line[0] !== me || !may()) {
      await sleep(1);
      if (!signal?.aborted) continue;
      line.splice(line.indexOf(me), 1);
      throw signal.reason;
    }
  }
}
