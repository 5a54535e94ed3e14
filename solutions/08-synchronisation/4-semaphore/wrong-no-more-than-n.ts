// Stops a second release only at n free permits. (While others have permits, it counts.)
// Fails: does nothing when the function that releases a permit is called again
// Says: only the first call counts
export class Semaphore {
  readonly #line: (() => boolean)[] = [];
  #free: number;
  readonly #n: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
    this.#n = n;
  }

  get free() {
    return this.#free;
  }

  acquire(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve(this.#permit());
    }
    return new Promise((resolve, reject) => {
      let waits = true;
      const leave = () => {
        waits = false;
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
    return () => {
      if (this.#free < this.#n) this.#pass();
    };
  }

  #pass() {
    for (let next = this.#line.shift(); next; next = this.#line.shift()) if (next()) return;
    this.#free++;
  }
}
