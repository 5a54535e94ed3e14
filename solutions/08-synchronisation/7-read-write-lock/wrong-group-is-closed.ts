// A read that comes while others read waits for them, and starts with the next group.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Says: for no other read
type Io<T> = () => Promise<T>;

interface Group {
  readonly isRead: boolean;
  readonly works: (() => Promise<unknown>)[];
}

export class ReadWriteLock {
  readonly #groups: Group[] = [];
  #isRunning = false;

  read<T>(f: Io<T>) {
    return this.#add(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#add(false, f);
  }

  #add<T>(isRead: boolean, f: Io<T>) {
    return new Promise<T>((resolve, reject) => {
      const work = () => (async () => f())().then(resolve, reject);
      const last = this.#groups.at(-1);
      if (isRead && last?.isRead) last.works.push(work);
      else this.#groups.push({ isRead, works: [work] });
      if (!this.#isRunning) void this.#runAll();
    });
  }

  async #runAll() {
    this.#isRunning = true;
    await undefined;
    for (let group = this.#groups.shift(); group; group = this.#groups.shift())
      await Promise.all(group.works.map((work) => work()));
    this.#isRunning = false;
  }
}
