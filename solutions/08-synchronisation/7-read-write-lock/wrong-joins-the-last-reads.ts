// Puts a read into the last group of reads that waits, also if a write came after it.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: for no other read
type Io<T> = () => Promise<T>;

interface Group {
  readonly isRead: boolean;
  readonly starts: (() => void)[];
}

export class ReadWriteLock {
  readonly #groups: Group[] = [];
  #running = 0;

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  async #run<T>(isRead: boolean, f: Io<T>) {
    await new Promise<void>((start) => {
      const known = isRead && this.#groups.slice(1).findLast((group) => group.isRead);
      if (known) known.starts.push(start);
      else this.#groups.push({ isRead, starts: [start] });
      if (this.#groups.length === 1) this.#start();
    });
    try {
      return await f();
    } finally {
      if (--this.#running === 0) {
        this.#groups.shift();
        this.#start();
      }
    }
  }

  #start() {
    const starts = this.#groups[0]?.starts ?? [];
    this.#running = starts.length;
    for (const start of starts) start();
  }
}
