// Numbers the holders, and starts again when the lock is free: an old release is taken for that of a new holder.
// Fails: does nothing when the function that releases the lock is called again
// Says: has called its function again
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #holder = 0;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isLocked = true;
    const number = this.#holder;
    return () => {
      if (this.#holder !== number) return;
      this.#holder++;
      this.#handOver();
    };
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) return next();
    this.#isLocked = false;
    this.#holder = 0;
  }
}
