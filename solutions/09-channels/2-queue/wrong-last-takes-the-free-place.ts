// Moves the last call of the line to the place of the one that leaves. The others are overtaken.
// Fails: lets a call of get that has left take no item
// Says: A call of `get` that has left waits no longer: take it out of the line, and no other one.
type Putter<T> = { item: T; signal?: AbortSignal; leave: () => void; resolve: () => void };
type Getter<T> = { signal?: AbortSignal; leave: () => void; resolve: (item: T) => void };
export class Queue<T> {
  readonly #capacity: number;
  #items: T[] = [];
  #putters: Putter<T>[] = [];
  #getters: Getter<T>[] = [];
  constructor(capacity: number) {
    if (!(capacity === Infinity || (Number.isInteger(capacity) && capacity >= 1)))
      throw new RangeError('capacity');
    this.#capacity = capacity;
  }
  #move() {
    for (;;) {
      if (this.#putters.length > 0 && this.#items.length < this.#capacity) {
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
          this.#getters[i] = this.#getters.at(-1) as Getter<T>;
          this.#getters.pop();
          reject(signal?.reason);
        },
      };
      signal?.addEventListener('abort', g.leave, { once: true });
      this.#getters.push(g);
      this.#move();
    });
  }
}
