// Takes the promise of the last release for the lock itself: once used, it always says that it is locked.
// Fails: is locked until the lock is released and no call waits
// Fails: does nothing when the function that releases the lock is called again
// Says: no call waits, it is unlocked
type Io<T> = () => Promise<T>;

export class Lock {
  #last: Promise<void> | undefined;

  get isLocked() {
    return this.#last !== undefined;
  }

  async acquire() {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }
}
