// Lets each read in while others read. (A write that waits gets no turn as long as reads come.)
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
  #waitingReads: (() => void)[] = [];
  #waitingWrites: (() => void)[] = [];

  async read<T>(f: Io<T>) {
    if (this.#isWriting) await new Promise<void>((resolve) => this.#waitingReads.push(resolve));
    else this.#reads++;
    try {
      return await f();
    } finally {
      this.#reads--;
      this.#wake();
    }
  }

  async write<T>(f: Io<T>) {
    if (this.#isWriting || this.#reads > 0)
      await new Promise<void>((resolve) => this.#waitingWrites.push(resolve));
    this.#isWriting = true;
    try {
      return await f();
    } finally {
      this.#isWriting = false;
      this.#wake();
    }
  }

  #wake() {
    const reads = this.#waitingReads.splice(0);
    this.#reads += reads.length;
    for (const wake of reads) wake();
    if (this.#reads > 0) return;
    const write = this.#waitingWrites.shift();
    if (write) this.#isWriting = true;
    write?.();
  }
}
