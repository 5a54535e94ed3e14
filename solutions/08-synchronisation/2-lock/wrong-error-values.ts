// Takes an Error for a failure, also when the work fulfils with it.
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: Work may fulfil with any value
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
    const result = await (async () => f())().catch((error) => error);
    release();
    if (result instanceof Error) throw result;
    return result as T;
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
