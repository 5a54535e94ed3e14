// An end starts one call of the line, also if more reads are next.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: for no other read
type Io<T> = () => Promise<T>;

interface Waiter {
  readonly isRead: boolean;
  start(): void;
}

export class ReadWriteLock {
  readonly #waiting: Waiter[] = [];
  #reads = 0;
  #isWriting = false;

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  async #run<T>(isRead: boolean, f: Io<T>) {
    await this.#enter(isRead);
    try {
      return await f();
    } finally {
      this.#leave(isRead);
    }
  }

  #enter(isRead: boolean) {
    return new Promise<void>((start) => {
      this.#waiting.push({ isRead, start });
      this.#startNext();
    });
  }

  #leave(isRead: boolean) {
    if (isRead) this.#reads--;
    else this.#isWriting = false;
    this.#startNext();
  }

  #startNext() {
    const [first] = this.#waiting;
    if (!first || this.#isWriting || (!first.isRead && this.#reads > 0)) return;
    this.#waiting.shift();
    if (first.isRead) this.#reads++;
    else this.#isWriting = true;
    first.start();
  }
}
