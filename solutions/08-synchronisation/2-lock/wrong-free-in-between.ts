// Lets no newcomer in, but says that it is unlocked until the next one has woken up.
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: does nothing when the function that releases the lock is called again
// Says: it has a next holder immediately
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isHeld = false;
  #isHandedOver = false;

  get isLocked() {
    return this.#isHeld;
  }

  async acquire() {
    if (this.#isHeld || this.#isHandedOver)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isHandedOver = false;
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
    this.#isHeld = false;
    const next = this.#waiting.shift();
    this.#isHandedOver = next !== undefined;
    next?.();
  }
}
