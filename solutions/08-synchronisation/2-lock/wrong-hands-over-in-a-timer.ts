// Hands the lock over with a timer of 0 ms. (That is 1 ms.)
// Fails: run calls f once, when no other caller has the lock
// Fails: acquire fulfils with a function that releases the lock, when no other caller has it
// Fails: hands the lock to the calls that wait, in their order
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: does nothing when the function that releases the lock is called again
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Fails: sets no timer
// Says: in that millisecond
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
    } finally {
      release();
    }
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) setTimeout(next, 0);
    else this.#isLocked = false;
  }
}
