// Looks for a call that leaves by its item. Of two that are equal, the first one leaves.
// Fails: lets no item in when its call of put has left
// Says: takes its item with it, and no other one
interface Put<T> {
  item: T;
  enter(): void;
}

export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: Put<T>[] = [];
  #getting: ((item: T) => void)[] = [];

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const take = this.#getting.shift();
      if (take) {
        take(item);
        return resolve();
      }
      if (this.#items.length < this.#capacity) {
        this.#items.push(item);
        return resolve();
      }
      const leave = () => {
        const place = this.#putting.findIndex((other) => other.item === item);
        this.#putting.splice(place, 1);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      this.#putting.push({ item, enter });
      signal?.addEventListener('abort', leave);
    });
  }

  get(signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#items.length > 0) {
        resolve(this.#items.shift() as T);
        const next = this.#putting.shift();
        if (!next) return;
        this.#items.push(next.item);
        return next.enter();
      }
      const take = (item: T) => {
        signal?.removeEventListener('abort', leave);
        resolve(item);
      };
      const leave = () => {
        this.#getting.splice(this.#getting.indexOf(take), 1);
        reject(signal?.reason);
      };
      this.#getting.push(take);
      signal?.addEventListener('abort', leave);
    });
  }
}
