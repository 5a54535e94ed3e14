// Adds the listener before it looks whether a permit is free, and then forgets to remove it.
// Fails: leaves no listener on the signal when it has fulfilled
// Says: a listener on the abort signal that was passed in
export class Semaphore {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  acquire(signal?: AbortSignal) {
    return new Promise<() => void>((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(enter);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve(this.#permit());
      };
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave);
      if (this.#free === 0) return void this.#waiting.add(enter);
      this.#free--;
      resolve(this.#permit());
    });
  }

  #permit() {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const [next] = this.#waiting;
      if (!next) this.#free++;
      else if (this.#waiting.delete(next)) next();
    };
  }
}
