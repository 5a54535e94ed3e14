// An async function in the Promise constructor. (Its failure goes nowhere, and the call stays pending.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is locked until the lock is released and no call waits
// Says: there was an unhandled rejection
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

  run<T>(f: Io<T>) {
    return new Promise<T>(async (resolve) => {
      const release = await this.acquire();
      try {
        resolve(await f());
      } finally {
        release();
      }
    });
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
