// Says that it is unlocked a microtask after the release.
// Fails: is locked until the lock is released and no call waits
// Fails: does nothing when the function that releases the lock is called again
// Says: it is unlocked
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
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
    const next = this.#waiting.shift();
    if (next) return next();
    queueMicrotask(() => {
      const late = this.#waiting.shift();
      if (late) late();
      else this.#isLocked = false;
    });
  }
}
