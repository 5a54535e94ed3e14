// A chain of promises: each call waits for the release of the one before it.
type Io<T> = () => Promise<T>;

export class Lock {
  #last = Promise.resolve();
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  async acquire() {
    this.#calls++;
    const before = this.#last;
    let wake = () => {};
    this.#last = new Promise((resolve) => (wake = resolve));
    await before;
    let mine = 1;
    return () => {
      this.#calls -= mine;
      mine = 0;
      wake();
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
}
