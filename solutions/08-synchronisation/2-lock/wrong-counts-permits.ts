// Counts permits like a semaphore: a second release makes two of one.
// Fails: does nothing when the function that releases the lock is called again
// Says: has called its function again
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #permits = 1;

  get isLocked() {
    return this.#permits < 1;
  }

  async acquire() {
    if (this.#permits > 0) this.#permits--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let wasHandedOver = false;
    return () => {
      if (wasHandedOver) return;
      const next = this.#waiting.shift();
      wasHandedOver = next !== undefined;
      if (next) next();
      else this.#permits++;
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
}
