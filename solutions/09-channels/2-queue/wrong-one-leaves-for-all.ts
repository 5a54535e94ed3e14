// Has one controller for the whole queue: when one call leaves, all of them do.
// Fails: lets a call of get that has left take no item
// Fails: lets no item in when its call of put has left
// Says: and no other one
export class Queue<T> {
  #capacity: number;
  #items: T[] = [];
  #putting: (() => void)[] = [];
  #getting: (() => void)[] = [];
  #gone = new AbortController();

  constructor(capacity: number) {
    if (capacity !== Infinity && !(Number.isInteger(capacity) && capacity >= 1))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    return this.#enter(this.#putting, () => void this.#items.push(item), signal);
  }

  get(signal?: AbortSignal): Promise<T> {
    return this.#enter(this.#getting, () => this.#items.shift() as T, signal);
  }

  #enter<R>(line: (() => void)[], act: () => R, signal?: AbortSignal): Promise<R> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const { signal: gone } = this.#gone;
      const go = () => {
        signal?.removeEventListener('abort', tell);
        gone.removeEventListener('abort', leave);
        resolve(act());
      };
      const tell = () => this.#gone.abort(signal?.reason);
      const leave = () => {
        line.splice(line.indexOf(go), 1);
        reject(gone.reason);
      };
      line.push(go);
      signal?.addEventListener('abort', tell);
      gone.addEventListener('abort', leave);
      this.#match();
    });
  }

  #match() {
    const into = this.#items.length < this.#capacity ? this.#putting.shift() : undefined;
    into?.();
    const out = this.#items.length > 0 ? this.#getting.shift() : undefined;
    out?.();
    if (into || out) this.#match();
  }
}
