// Counts the calls that wait as permits: `free` goes below zero.
// Fails: tells in free how many permits no call has
// Fails: does nothing when the function that releases a permit is called again
// Says: It logged 'acquired: -1 free'
export class Semaphore {
  readonly #line: (() => boolean)[] = [];
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.#free--;
    if (this.#free >= 0) {
      return Promise.resolve(this.#permit());
    }
    return new Promise((resolve, reject) => {
      let waits = true;
      const leave = () => {
        waits = false;
        this.#free++;
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#line.push(() => {
        if (!waits) return false;
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
        return true;
      });
    });
  }

  #permit() {
    let release = () => {
      release = () => {};
      this.#pass();
    };
    return () => release();
  }

  #pass() {
    this.#free++;
    for (let next = this.#line.shift(); next; next = this.#line.shift()) if (next()) return;
  }
}
