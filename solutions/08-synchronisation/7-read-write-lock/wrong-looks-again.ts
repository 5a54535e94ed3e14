// Wakes all that wait, and each looks again whether it may. (Who looks first is not who came first.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: also while that write waits
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #reads = 0;
  #isWriting = false;
  #waiting: (() => void)[] = [];

  async read<T>(f: Io<T>) {
    while (this.#isWriting) await this.#change();
    this.#reads++;
    try {
      return await f();
    } finally {
      this.#reads--;
      this.#tellAll();
    }
  }

  async write<T>(f: Io<T>) {
    while (this.#isWriting || this.#reads > 0) await this.#change();
    this.#isWriting = true;
    try {
      return await f();
    } finally {
      this.#isWriting = false;
      this.#tellAll();
    }
  }

  #change() {
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #tellAll() {
    for (const tell of this.#waiting.splice(0)) tell();
  }
}
