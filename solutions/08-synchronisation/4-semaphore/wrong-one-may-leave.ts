// Listens only until one call has left: those that come later cannot leave.
// Fails: lets no call in that has left, and hands the permit to the first that still waits
// Says: goes to the first call that still waits
export class Semaphore {
  #line: (() => void)[] = [];
  #free: number;
  #hasLeft = false;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  async acquire(signal?: AbortSignal) {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return this.#permit();
    }
    return await new Promise<() => void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        this.#hasLeft = true;
        reject(signal?.reason);
      };
      this.#line.push(enter);
      if (!this.#hasLeft) signal?.addEventListener('abort', leave);
    });
  }

  #permit() {
    let release = () => {
      release = () => {};
      this.#handOver();
    };
    return () => release();
  }

  #handOver() {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
