// Sets a flag while `f` is called, and takes each call meanwhile for one of the holder.
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: The call that its `f` makes waits
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #isCalling = false;

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
    if (this.#isCalling) return f();
    const release = await this.acquire();
    try {
      this.#isCalling = true;
      const work = f();
      this.#isCalling = false;
      return await work;
    } finally {
      this.#isCalling = false;
      release();
    }
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
