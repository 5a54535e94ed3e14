// Takes the length of the line for the answer. (With a holder and no call that waits, it is locked, too.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is locked until the lock is released and no call waits
// Fails: does nothing when the function that releases the lock is called again
// Says: it is still locked
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isHeld = false;

  get isLocked() {
    return this.#waiting.length > 0;
  }

  async acquire() {
    if (this.#isHeld) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isHeld = true;
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
    if (next) next();
    else this.#isHeld = false;
  }
}
