// Keeps the line outside of the class: all locks are one.
// Fails: is locked until the lock is released and no call waits
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: and another lock, too
const waiting: (() => void)[] = [];
let isLocked = false;

type Io<T> = () => Promise<T>;

export class Lock {
  get isLocked() {
    return isLocked;
  }

  async acquire() {
    if (isLocked) await new Promise<void>((resolve) => waiting.push(resolve));
    isLocked = true;
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
    const next = waiting.shift();
    if (next) next();
    else isLocked = false;
  }
}
