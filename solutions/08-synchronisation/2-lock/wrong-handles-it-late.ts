// Looks at the work in the next event-loop iteration. (A rejection has no handler until then.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: sets no timer
// Says: handled too late
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
      const work = f();
      await new Promise((resolve) => process.nextTick(() => queueMicrotask(() => resolve(0))));
      await new Promise((resolve) => setImmediate(resolve));
      return await work;
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
