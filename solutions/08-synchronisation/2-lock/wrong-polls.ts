// Looks every ms whether the lock is free.
// Fails: hands the lock to the calls that wait, in their order
// Fails: fulfils with the value of its work, whatever value it is
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: does nothing when the function that releases the lock is called again
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Fails: sets no timer
// Says: just when
import { setTimeout as sleep } from 'node:timers/promises';

type Io<T> = () => Promise<T>;

export class Lock {
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  async acquire() {
    while (this.#isLocked) await sleep(1);
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
    this.#isLocked = false;
  }
}
