// Keeps the calls in a Map by signal: two calls with the same signal have one place.
// Fails: has a permit or a place for each call, also for the same signal
// Says: a place of its own, whatever signal it gets
type Enter = () => void;

export class Semaphore {
  readonly #waiting = new Map<AbortSignal, Enter>();
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  async acquire(signal = new AbortController().signal) {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve, reject) => this.#wait(signal, resolve, reject));
    let isHeld = true;
    return () => {
      if (isHeld) this.#pass();
      isHeld = false;
    };
  }

  #wait(signal: AbortSignal, resolve: () => void, reject: (reason: unknown) => void) {
    const leave = () => {
      this.#waiting.delete(signal);
      reject(signal.reason);
    };
    this.#waiting.set(signal, () => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
    signal.addEventListener('abort', leave, { once: true });
  }

  #pass() {
    for (const [signal, enter] of this.#waiting) {
      this.#waiting.delete(signal);
      return enter();
    }
    this.#free++;
  }
}
