// Fulfils when the item is taken out, not when it is in.
// Fails: put waits for a place, and fulfils in the millisecond in which there is one
// Fails: serves the calls of get that wait in their order, before any newcomer
// Fails: lets the items out in the order of the calls of put, before any newcomer
// Fails: hands on any value
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: loses no item when a call is served and its signal is aborted in the same ms
// Fails: rejects immediately when the signal was aborted before, and leaves the queue as it is
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: has items and lines of its own, and works again when it is empty
// Fails: sets no timer
// Says: A call of `put` waits until its item has one, and no longer
interface Entry<T> {
  item: T;
  isIn: boolean;
  taken(): void;
}

export class Queue<T> {
  #capacity: number;
  #entries: Entry<T>[] = [];
  #getting = new Set<() => void>();

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  async put(item: T, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const entry = {
        item,
        isIn: false,
        taken: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      const leave = () => {
        if (entry.isIn) return;
        this.#entries.splice(this.#entries.indexOf(entry), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      this.#entries.push(entry);
      this.#serve();
    });
  }

  async get(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    return await new Promise<T>((resolve, reject) => {
      const take = () => {
        signal?.removeEventListener('abort', leave);
        this.#getting.delete(take);
        const entry = this.#entries.shift() as Entry<T>;
        resolve(entry.item);
        entry.taken();
      };
      const leave = () => {
        this.#getting.delete(take);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      this.#getting.add(take);
      this.#serve();
    });
  }

  #serve() {
    for (const take of this.#getting) if (this.#entries.length > 0) take();
    for (const [i, entry] of this.#entries.entries()) if (i < this.#capacity) entry.isIn = true;
  }
}
