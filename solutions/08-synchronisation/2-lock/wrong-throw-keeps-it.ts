// Attaches its handler to the promise of `f`. (If `f` throws, there is no promise, and the lock is never released.)
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is locked until the lock is released and no call waits
// Says: is still pending
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
    return f().finally(release);
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
