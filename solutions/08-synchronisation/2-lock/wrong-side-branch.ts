// Attaches finally beside the result. (Its promise rejects, too, and has no handler.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is locked until the lock is released and no call waits
// Says: and never handled
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
    work.finally(release);
    return work;
  }

  #handOver() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}
