// Leaves the line when the signal was aborted before, though it has no place there: `indexOf` is -1, and the last call is gone.
// Fails: rejects immediately when the signal was aborted before, and takes no permit
// Says: no place in the line
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
    if (this.#free > 0 && !signal?.aborted) {
      this.#free--;
      return this.#permit();
    }
    return await new Promise<() => void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line.splice(this.#line.indexOf(enter), 1);
        reject(signal?.reason);
      };
      if (signal?.aborted) return leave();
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
