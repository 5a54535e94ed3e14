/** Starts work and returns its promise. The work is in flight until that promise settles. */
type Io<T> = () => Promise<T>;

/**
 * A lock. At most one caller has it at a time, also while that caller waits for something else.
 *
 * - `run` calls `f` once, in the first millisecond in which no other caller has the lock. It releases the lock when the
 *   work of `f` settles.
 * - `acquire` fulfils with a function that releases the lock, in the first millisecond in which no other caller has it.
 * - The calls that wait get the lock in their order, whether they are calls of `run` or of `acquire`.
 * - `run` fulfils with the value of its work, at the same moment, whatever value it is.
 * - `run` rejects with the same reason, at the same moment, whatever value that is. A throw of `f` counts as a
 *   rejection, also of a call that did not have to wait.
 * - Work that rejects has ended, and so has an `f` that throws: the lock is released, and the others go on.
 * - Each call needs the lock for itself, also if two calls get the same `f`, or if a call is made inside of an `f`.
 * - A call never overtakes one that waits, in whatever microtask it comes.
 * - `isLocked` becomes true during a call that finds the lock free. It stays true until the lock is released and no
 *   call waits. If one waits, the lock is handed over: it is never unlocked in between.
 * - Only the first call of a releasing function counts. A later one does nothing, also when another caller has the lock.
 * - Each `Lock` is locked by its own callers only. When all have released it, it works as at the beginning.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Lock {
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  get isLocked(): boolean {
    return this.#isLocked;
  }

  async acquire(): Promise<() => void> {
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
    const release = await this.acquire();
    try {
      return await f();
    } finally {
      release();
    }
  }

  #handOver(): void {
    const next = this.#waiting.shift();
    // It stays locked for the next one. If it were free until that one wakes up, a newcomer would take it.
    if (next) next();
    else this.#isLocked = false;
  }
}
