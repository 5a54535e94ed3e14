// Counts the calls for `isLocked`, and does not count down when `f` throws.
// Fails: is locked until the lock is released and no call waits
// Says: it is unlocked
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  async acquire() {
    this.#calls++;
    if (this.#isLocked) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isLocked = true;
    let hasReleased = false;
    return () => {
      if (hasReleased) return;
      hasReleased = true;
      this.#calls--;
      this.#handOver();
    };
  }

  async run<T>(f: Io<T>) {
    const release = await this.acquire();
    let work: Promise<T>;
    try {
      work = f();
    } catch (error) {
      this.#handOver();
      throw error;
    }
    return work.finally(release);
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
