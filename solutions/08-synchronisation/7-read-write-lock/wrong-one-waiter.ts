// Keeps one write that waits. (The next one takes its place, and the first is never called.)
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Fails: sets no timer
// Says: A call that waits has to start
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #reads = 0;
  #isWriting = false;
  #waitingWrite: (() => void) | undefined;
  #waitingReads: (() => void)[] = [];

  async read<T>(f: Io<T>) {
    if (this.#isWriting || this.#waitingWrite)
      await new Promise<void>((resolve) => this.#waitingReads.push(resolve));
    else this.#reads++;
    try {
      return await f();
    } finally {
      this.#reads--;
      this.#startNext();
    }
  }

  async write<T>(f: Io<T>) {
    if (this.#isWriting || this.#reads > 0)
      await new Promise<void>((resolve) => (this.#waitingWrite = resolve));
    this.#isWriting = true;
    try {
      return await f();
    } finally {
      this.#isWriting = false;
      this.#startNext();
    }
  }

  #startNext() {
    if (this.#reads > 0 || this.#isWriting) return;
    const write = this.#waitingWrite;
    this.#waitingWrite = undefined;
    if (write) {
      this.#isWriting = true;
      return write();
    }
    const reads = this.#waitingReads.splice(0);
    this.#reads = reads.length;
    for (const start of reads) start();
  }
}
