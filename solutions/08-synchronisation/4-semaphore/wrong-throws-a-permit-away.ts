// Finds a permit free and takes it, looks at the signal again after an `await`, and throws: the permit is gone.
// Fails: loses no permit when one is released and a signal is aborted in the same ms
// Says: somebody has to release that permit
export class Semaphore {
  #line: (() => void)[] = [];
  #free: number;

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
      await undefined;
      signal?.throwIfAborted();
      return this.#permit();
    }
    return await new Promise<() => void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        reject(signal?.reason);
      };
      this.#line.push(enter);
      signal?.addEventListener('abort', leave);
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
