// Has a lock for each function. (Other functions need the lock, too.)
// Fails: run calls f once, when no other caller has the lock
// Fails: hands the lock to the calls that wait, in their order
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: else may read the stock
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #lasts = new Map<unknown, Promise<void>>();
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  acquire() {
    return this.#enter(this);
  }

  async run<T>(f: Io<T>) {
    const release = await this.#enter(f);
    try {
      return await f();
    } finally {
      release();
    }
  }

  async #enter(key: unknown) {
    this.#calls++;
    const before = this.#lasts.get(key);
    let wake = () => {};
    this.#lasts.set(key, new Promise((resolve) => (wake = resolve)));
    await before;
    let mine = 1;
    return () => {
      this.#calls -= mine;
      mine = 0;
      wake();
    };
  }
}
