// The flag belongs to the lock, and the line is static: a release wakes a call of another lock.
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: its own holder
type Io<T> = () => Promise<T>;

export class Lock {
  static readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    if (this.#isLocked) await new Promise<void>((resolve) => Lock.#waiting.push(resolve));
    this.#isLocked = true;
    let hasReleased = false;
    return () => {
      if (hasReleased) return;
      hasReleased = true;
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
    const next = Lock.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
