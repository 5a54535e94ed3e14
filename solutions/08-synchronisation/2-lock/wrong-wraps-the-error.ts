// Rejects with an error of its own, and has the reason as its cause.
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Says: Pass on the reason itself
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
    } catch (cause) {
      throw new Error('the work has failed', { cause });
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
