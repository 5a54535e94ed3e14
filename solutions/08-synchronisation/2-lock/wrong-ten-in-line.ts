// Lets ten wait, and rejects more of them.
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Says: too many are waiting
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    if (this.#waiting.length >= 10) throw new Error('too many are waiting');
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
    if (next) next();
    else this.#isLocked = false;
  }
}
