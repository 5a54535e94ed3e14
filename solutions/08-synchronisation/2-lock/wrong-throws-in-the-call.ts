// Calls `f` synchronously if the lock is free, without async: its throw leaves `run` as a throw.
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: is locked until the lock is released and no call waits
// Says: It threw synchronously at 0 ms
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

  run<T>(f: Io<T>): Promise<T> {
    if (this.#isLocked) return this.#runLater(f);
    this.#isLocked = true;
    let work: Promise<T>;
    try {
      work = f();
    } catch (error) {
      this.#handOver();
      throw error;
    }
    return work.finally(() => this.#handOver());
  }

  async #runLater<T>(f: Io<T>) {
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
