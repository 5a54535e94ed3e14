// Frees the lock, wakes the first, and that one looks whether the lock is free. (A newcomer may be quicker.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: does nothing when the function that releases the lock is called again
// Says: a newcomer can take it
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    while (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
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
    this.#isLocked = false;
    this.#waiting.shift()?.();
  }
}
