// Has one listener for all calls of a signal, and removes it when the first of them gets its permit.
// Fails: has a permit or a place for each call, also for the same signal
// Says: a place of its own, whatever signal it gets
export class Semaphore {
  #line: (() => void)[] = [];
  #free: number;
  readonly #leavers = new WeakMap<AbortSignal, Set<() => void>>();

  readonly #leave = ({ target }: Event) => {
    for (const leave of this.#leavers.get(target as AbortSignal) ?? []) leave();
  };

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
        signal?.removeEventListener('abort', this.#leave);
        if (signal) this.#leavers.get(signal)?.delete(leave);
        resolve(this.#permit());
      };
      const leave = () => {
        this.#line = this.#line.filter((other) => other !== enter);
        reject(signal?.reason);
      };
      this.#line.push(enter);
      if (!signal) return;
      this.#leavers.set(signal, (this.#leavers.get(signal) ?? new Set()).add(leave));
      signal.addEventListener('abort', this.#leave);
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
