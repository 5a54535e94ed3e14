// Locks and waits correctly, but says so only when the caller has the lock.
// Fails: is locked until the lock is released and no call waits
// Says: as soon as `acquire` or `run` has been called
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #isHeld = false;

  get isLocked() {
    return this.#isHeld;
  }

  async acquire() {
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isLocked = true;
    await undefined;
    this.#isHeld = true;
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
    this.#isHeld = false;
  }
}
