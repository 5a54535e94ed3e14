// Takes an item that is `undefined` for no item.
// Fails: hands on any value
// Fails: lets no item in when its call of put has left
// Says: Ask how many items there are
export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: { item: T; enter(): void }[] = [];
  #getting: ((item: T) => void)[] = [];

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const get = this.#getting.shift();
    if (get) get(item);
    else if (this.#items.length < this.#capacity) this.#items.push(item);
    else
      await new Promise<void>((resolve, reject) => {
        const call = {
          item,
          enter: () => {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
        };
        const leave = () => {
          this.#putting = this.#putting.filter((other) => other !== call);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', leave);
        this.#putting.push(call);
      });
  }

  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const item = this.#items.shift();
    const next = this.#putting.shift();
    if (next) this.#items.push(next.item);
    next?.enter();
    if (item !== undefined) return item;
    return new Promise<T>((resolve, reject) => {
      const take = (got: T) => {
        signal?.removeEventListener('abort', leave);
        resolve(got);
      };
      const leave = () => {
        this.#getting = this.#getting.filter((other) => other !== take);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      this.#getting.push(take);
    });
  }
}
