// Has one place for a call that waits: the second one takes it from the first.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Fails: sets no timer
// Says: 'c' was put at 0 ms, and nobody got it
export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: (() => void) | undefined;
  #getting: (() => void) | undefined;

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    while (this.#items.length >= this.#capacity)
      await this.#until(signal, (wake) => {
        this.#putting = wake;
      });
    this.#items.push(item);
    this.#getting?.();
  }

  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    while (this.#items.length === 0)
      await this.#until(signal, (wake) => {
        this.#getting = wake;
      });
    const item = this.#items.shift() as T;
    this.#putting?.();
    return item;
  }

  #until(signal: AbortSignal | undefined, wait: (wake: () => void) => void) {
    return new Promise<void>((resolve, reject) => {
      const leave = () => reject(signal?.reason);
      signal?.addEventListener('abort', leave);
      wait(() => {
        signal?.removeEventListener('abort', leave);
        resolve();
      });
    });
  }
}
