// Rejects with an error of its own, which has the reason as its cause.
// Fails: rejects with the reason of the signal when it is aborted while the call waits
// Says: The expected reason is the `cause` of that error
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
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve(this.#permit());
    }
    return new Promise((resolve, reject) => {
      let waits = true;
      const leave = () => {
        waits = false;
        reject(new Error('gave up waiting', { cause: signal?.reason }));
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
    for (let next = this.#line.shift(); next; next = this.#line.shift()) if (next()) return;
    this.#free++;
  }
}
