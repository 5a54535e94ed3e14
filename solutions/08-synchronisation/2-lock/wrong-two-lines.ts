// Has a line for `run`, and another one for `acquire`, which is served first.
// Fails: hands the lock to the calls that wait, in their order
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: stand in one line
type Io<T> = () => Promise<T>;

export class Lock {
  readonly #acquiring: (() => void)[] = [];
  readonly #running: (() => void)[] = [];
  #isLocked = false;

  get isLocked() {
    return this.#isLocked;
  }

  acquire() {
    return this.#enter(this.#acquiring);
  }

  async run<T>(f: Io<T>) {
    const release = await this.#enter(this.#running);
    try {
      return await f();
    } finally {
      release();
    }
  }

  async #enter(line: (() => void)[]) {
    if (this.#isLocked) await new Promise<void>((resolve) => line.push(resolve));
    this.#isLocked = true;
    let hasReleased = false;
    return () => {
      if (hasReleased) return;
      hasReleased = true;
      const next = this.#acquiring.shift() ?? this.#running.shift();
      if (next) next();
      else this.#isLocked = false;
    };
  }
}
