// Hands the lock over in catch and in finally: after a failure, two get it.
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: exactly once
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
    await this.acquire();
    try {
      return await f();
    } catch (error) {
      this.#handOver();
      throw error;
    } finally {
      this.#handOver();
    }
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
