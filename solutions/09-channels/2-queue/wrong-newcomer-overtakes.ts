// Only wakes the call that waits. It looks for the item when it runs, and a newcomer may have taken it already.
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Says: 'a' went to 'z', who asked at 13 ms
interface Waiting {
  wake(): void;
}

export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting = new Set<Waiting>();
  #getting = new Set<Waiting>();

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    while (this.#items.length >= this.#capacity) await this.#wait(this.#putting, signal);
    signal?.throwIfAborted();
    this.#items.push(item);
    this.#wake(this.#getting);
  }

  async get(signal?: AbortSignal): Promise<T> {
    while (this.#items.length === 0) await this.#wait(this.#getting, signal);
    signal?.throwIfAborted();
    const item = this.#items.shift() as T;
    this.#wake(this.#putting);
    return item;
  }

  #wake([first]: Set<Waiting>) {
    first?.wake();
  }

  async #wait(line: Set<Waiting>, signal?: AbortSignal) {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        line.delete(waiting);
        reject(signal?.reason);
      };
      const waiting = {
        wake: () => {
          line.delete(waiting);
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      line.add(waiting);
      signal?.addEventListener('abort', leave);
    });
  }
}
