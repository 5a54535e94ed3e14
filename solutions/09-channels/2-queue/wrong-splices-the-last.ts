// Leaves its listener there. An abort that comes later splices at -1, and takes the last call out of the line.
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Says: take it out of the line, and no other one
interface Waiting<T> {
  item?: T;
  resolve(item: T): void;
  forget(): void;
}

export class Queue<T> {
  items: T[] = [];
  putters: Waiting<T>[] = [];
  getters: Waiting<T>[] = [];
  capacity: number;

  constructor(capacity: number) {
    if (capacity !== Infinity && (capacity < 1 || !Number.isInteger(capacity)))
      throw new RangeError(`no capacity: ${capacity}`);
    this.capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw signal.reason;
    const getter = this.getters.shift();
    if (getter) {
      getter.forget();
      getter.resolve(item);
    } else if (this.items.length < this.capacity) this.items.push(item);
    else await this.wait(this.putters, signal, item);
  }

  async get(signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw signal.reason;
    if (this.items.length === 0) return this.wait(this.getters, signal);
    const item = this.items.shift() as T;
    const putter = this.putters.shift();
    if (putter) {
      putter.forget();
      this.items.push(putter.item as T);
      putter.resolve(putter.item as T);
    }
    return item;
  }

  wait(line: Waiting<T>[], signal?: AbortSignal, item?: T): Promise<T> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        line.splice(line.indexOf(waiting), 1);
        reject(signal?.reason);
      };
      const forget = () => {};
      // In an object of its own: the same item may be put twice.
      const waiting: Waiting<T> = { resolve: (got) => resolve(got), forget };
      if (line === this.putters) waiting.item = item as T;
      line.push(waiting);
      signal?.addEventListener('abort', onAbort);
    });
  }
}
