// Counts the items that wait, too. An item that is given up is still counted, so its place is gone.
// Fails: lets no item in when its call of put has left
// Says: 'e' came in at 41 ms, and nobody got it
export class Queue<T> {
  #capacity: number;
  #count = 0;
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
    const take = this.#getting.shift();
    if (take) return take(item);
    this.#count++;
    if (this.#count > this.#capacity)
      await this.#stand(this.#putting, () => this.#items.push(item), signal);
    else this.#items.push(item);
  }

  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.#items.length === 0) return this.#stand(this.#getting, (item: T) => item, signal);
    this.#count--;
    const item = this.#items.shift() as T;
    this.#putting.shift()?.();
    return item;
  }

  #stand<A extends unknown[], R>(
    line: ((...args: A) => void)[],
    act: (...args: A) => R,
    signal?: AbortSignal,
  ): Promise<R> {
    return new Promise((resolve, reject) => {
      const enter = (...args: A) => {
        signal?.removeEventListener('abort', leave);
        resolve(act(...args));
      };
      const leave = () => {
        line.splice(line.indexOf(enter), 1);
        reject(signal?.reason);
      };
      line.push(enter);
      signal?.addEventListener('abort', leave);
    });
  }
}
