// Two semaphores: one counts the free places, and the other one counts the items.
class Semaphore {
  #line: (() => void)[] = [];
  #free: number;

  constructor(n: number) {
    this.#free = n;
  }

  /** Fulfils equally fast whether a permit was free or is released: so no call overtakes another one. */
  acquire(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#free > 0) {
        this.#free--;
        return resolve();
      }
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        reject(signal?.reason);
      };
      this.#line.push(enter);
      signal?.addEventListener('abort', leave);
    });
  }

  release() {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}

export class Queue<T> {
  #list: T[] = [];
  #places: Semaphore;
  #items = new Semaphore(0);

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#places = new Semaphore(capacity);
  }

  async put(item: T, signal?: AbortSignal) {
    await this.#places.acquire(signal);
    this.#list.push(item);
    this.#items.release();
  }

  async get(signal?: AbortSignal) {
    await this.#items.acquire(signal);
    const item = this.#list.shift() as T;
    this.#places.release();
    return item;
  }
}
