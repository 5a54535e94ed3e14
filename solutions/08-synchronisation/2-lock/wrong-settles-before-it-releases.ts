// `run` settles first, and releases the lock in a later microtask.
// Fails: is locked until the lock is released and no call waits
// Says: it is unlocked
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
    const work = (async () => f())();
    const later = () =>
      void Promise.resolve()
        .then(() => Promise.resolve())
        .then(release);
    work.then(later, later);
    return work;
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
