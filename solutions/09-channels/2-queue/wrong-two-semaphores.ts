// Two semaphores. A call that finds a permit free puts its item in some microtasks earlier than one that was woken.
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Says: Hand a place over in one step
class Semaphore {
  #line: (() => void)[] = [];
  #free: number;

  constructor(n: number) {
    this.#free = n;
  }

  async acquire(signal?: AbortSignal) {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
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
