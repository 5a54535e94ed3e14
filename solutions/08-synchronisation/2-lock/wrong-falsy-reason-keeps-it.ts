// Releases the lock after a failure if there is an error, and a reason may be falsy.
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Says: release the lock, exactly once
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
    let value: T;
    try {
      value = await f();
    } catch (error) {
      if (error) release();
      throw error;
    }
    release();
    return value;
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
