// After a failure it takes no more work: what the lock protects may be half done.
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: the lock is broken
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #hasFailed = false;

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
      if (this.#hasFailed) throw new Error('the lock is broken');
      return await f();
    } catch (error) {
      this.#hasFailed = true;
      throw error;
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
