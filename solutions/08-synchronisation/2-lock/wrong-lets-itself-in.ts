// Calls `f` immediately if the call is made inside of an `f`, so that it never waits for itself. (Then two have the lock.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Says: The call that its `f` makes waits
import { AsyncLocalStorage } from 'node:async_hooks';

type Io<T> = () => Promise<T>;

export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;
  readonly #inside = new AsyncLocalStorage<boolean>();

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
    if (this.#inside.getStore()) return f();
    const release = await this.acquire();
    try {
      return await this.#inside.run(true, f);
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
