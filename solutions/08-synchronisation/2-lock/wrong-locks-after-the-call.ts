// Calls `f` first if the lock is free, and locks it afterwards. (`f` may ask for the lock itself.)
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Says: The call that its `f` makes waits
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

  async run<T>(f: Io<T>): Promise<T> {
    if (this.#isLocked) {
      const release = await this.acquire();
      return this.#releaseAfter(release, f);
    }
    const work = (async () => f())();
    const release = await this.acquire();
    return this.#releaseAfter(release, () => work);
  }

  async #releaseAfter<T>(release: () => void, f: Io<T>) {
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
