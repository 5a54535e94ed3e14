// The lock is never locked again when it has once been free after use.
// Fails: hands the lock to the calls that wait, in their order
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: is locked until the lock is released and no call waits
// Fails: does nothing when the function that releases the lock is called again
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: while 'h' was running
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #wasUsed = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isLocked = !this.#wasUsed;
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
    this.#isLocked = false;
    this.#wasUsed = true;
  }
}
