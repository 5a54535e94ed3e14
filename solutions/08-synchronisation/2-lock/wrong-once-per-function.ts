// Keeps the call of each function in a Map, and joins it when the same function comes again.
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Says: Each call waits for the lock
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  readonly #running = new Map<Io<unknown>, Promise<unknown>>();

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
    const known = this.#running.get(f);
    if (known) return known as Promise<T>;
    const running = this.#runAlone(f).finally(() => this.#running.delete(f));
    this.#running.set(f, running);
    return running;
  }

  async #runAlone<T>(f: Io<T>) {
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
