// Assumes that each reason can be part of a text. (A Symbol throws, and the call never settles.)
// Fails: rejects with the reason of the signal when it is aborted while the call waits
// Says: Cannot convert a Symbol value to a string
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
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        console.debug(`a call has left: ${signal?.reason}`);
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
