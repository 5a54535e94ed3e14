// Keeps the capacity in the module: the newest queue decides for all of them.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: hands on any value
// Fails: rejects when the signal is aborted while the call waits
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Says: There are `capacity` places.
type Putter<T> = { item: T; signal?: AbortSignal; leave: () => void; resolve: () => void };
type Getter<T> = { signal?: AbortSignal; leave: () => void; resolve: (item: T) => void };
let places = 0;

export class Queue<T> {
  #items: T[] = [];
  #putters: Putter<T>[] = [];
  #getters: Getter<T>[] = [];
  constructor(capacity: number) {
    if (!(capacity === Infinity || (Number.isInteger(capacity) && capacity >= 1)))
      throw new RangeError('capacity');
    places = capacity;
  }
  #move() {
    for (;;) {
      if (this.#putters.length > 0 && this.#items.length < places) {
        const p = this.#putters.shift() as Putter<T>;
        p.signal?.removeEventListener('abort', p.leave);
        this.#items.push(p.item);
        p.resolve();
      } else if (this.#getters.length > 0 && this.#items.length > 0) {
        const g = this.#getters.shift() as Getter<T>;
        g.signal?.removeEventListener('abort', g.leave);
        g.resolve(this.#items.shift() as T);
      } else return;
    }
  }
  async put(item: T, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    return new Promise<void>((resolve, reject) => {
      const p: Putter<T> = {
        item,
        signal,
        resolve,
        leave: () => {
          const i = this.#putters.indexOf(p);
          this.#putters.splice(i, 1);
          reject(signal?.reason);
        },
      };
      signal?.addEventListener('abort', p.leave, { once: true });
      this.#putters.push(p);
      this.#move();
    });
  }
  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    return new Promise<T>((resolve, reject) => {
      const g: Getter<T> = {
        signal,
        resolve,
        leave: () => {
          const i = this.#getters.indexOf(g);
          this.#getters.splice(i, 1);
          reject(signal?.reason);
        },
      };
      signal?.addEventListener('abort', g.leave, { once: true });
      this.#getters.push(g);
      this.#move();
    });
  }
}
