// Gives each write that waits its turn before all reads. (Where writes keep coming, no read starts.)
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: All calls stand in one line
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #reads = 0;
  #isWriting = false;
  #waitingReads: (() => void)[] = [];
  #waitingWrites: (() => void)[] = [];

  async read<T>(f: Io<T>) {
    if (this.#isWriting || this.#waitingWrites.length > 0)
      await new Promise<void>((resolve) => this.#waitingReads.push(resolve));
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
    if (this.#reads > 0) return;
    const write = this.#waitingWrites.shift();
    if (write) {
      this.#isWriting = true;
      write();
      return;
    }
    const reads = this.#waitingReads.splice(0);
    this.#reads = reads.length;
    for (const wake of reads) wake();
  }
}
