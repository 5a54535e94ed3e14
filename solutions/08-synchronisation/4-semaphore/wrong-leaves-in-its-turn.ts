// A call that has left stays in the line, and rejects when its turn comes.
// Fails: rejects with the reason of the signal when it is aborted while the call waits
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Fails: has a permit or a place for each call, also for the same signal
// Fails: has permits of its own, and all of them again when all have released or left
// Says: reject in that millisecond
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
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#line.push(() => {
        if (!waits) reject(signal?.reason);
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
