// Puts back the `onabort` that it found: with two calls of one signal, the first puts back what the second still needs.
// Fails: has a permit or a place for each call, also for the same signal
// Says: a place of its own, whatever signal it gets
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
      return this.#permit();
    }
    return await new Promise<() => void>((resolve, reject) => {
      const before = signal?.onabort ?? null;
      const enter = () => {
        if (signal) signal.onabort = before;
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        reject(signal?.reason);
      };
      this.#line.push(enter);
      if (signal)
        signal.onabort = (event) => {
          leave();
          before?.call(signal, event);
        };
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
