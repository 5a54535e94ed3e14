// Asks whether there is an error with if (error). (A promise may reject with undefined or an empty text.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: Does your code test the reason itself, as in if (error)?
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
    let value: T | undefined;
    let error: unknown;
    try {
      value = await f();
    } catch (reason) {
      error = reason;
    }
    release();
    if (error) throw error;
    return value as T;
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
