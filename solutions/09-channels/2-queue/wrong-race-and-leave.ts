// Races the turn against the abort. The call that has left stays in the line, and gets the next item.
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Says: 'x' had left at 13 ms
const left = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: (() => void)[] = [];
  #getting: ((item: T) => void)[] = [];

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const get = this.#getting.shift();
    if (get) return get(item);
    if (this.#items.length < this.#capacity) return void this.#items.push(item);
    const turn = new Promise<void>((resolve) => {
      this.#putting.push(() => {
        this.#items.push(item);
        resolve();
      });
    });
    await (signal ? Promise.race([turn, left(signal)]) : turn);
  }

  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.#items.length > 0) {
      const item = this.#items.shift() as T;
      this.#putting.shift()?.();
      return item;
    }
    const turn = new Promise<T>((resolve) => this.#getting.push(resolve));
    return signal ? Promise.race([turn, left(signal)]) : turn;
  }
}
