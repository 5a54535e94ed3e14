// Looks at the signal when its turn has come: until then, the call that has left waits.
// Fails: rejects when the signal is aborted while the call waits
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Fails: leaves no listener, and has a place for each call, also for the same signal
// Fails: sets no timer
// Says: reject in that millisecond
export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: { signal?: AbortSignal | undefined; enter(): void }[] = [];
  #getting: { signal?: AbortSignal | undefined; enter(): void }[] = [];

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const enter = () => {
        if (signal?.aborted) return reject(signal.reason);
        this.#items.push(item);
        resolve();
      };
      this.#putting.push({ signal, enter });
      this.#go();
    });
  }

  get(signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const enter = () => {
        if (signal?.aborted) return reject(signal.reason);
        resolve(this.#items.shift() as T);
      };
      this.#getting.push({ signal, enter });
      this.#go();
    });
  }

  #go() {
    while (this.#items.length < this.#capacity && this.#putting.length > 0)
      this.#putting.shift()?.enter();
    while (this.#items.length > 0 && this.#getting.length > 0) this.#getting.shift()?.enter();
    if (this.#items.length < this.#capacity && this.#putting.length > 0) this.#go();
  }
}
