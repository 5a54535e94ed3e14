// Waits with `Promise.race` for the reads. (It fulfils with the first of them.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: A write waits for all calls
type Io<T> = () => Promise<T>;

const nothing = () => {};

export class ReadWriteLock {
  #write: Promise<unknown> = Promise.resolve();
  readonly #reads = new Set<Promise<unknown>>();

  async read<T>(f: Io<T>) {
    const result = this.#write.then(() => f());
    const end = result.catch(nothing);
    this.#reads.add(end);
    try {
      return await result;
    } finally {
      this.#reads.delete(end);
    }
  }

  write<T>(f: Io<T>) {
    const before = [...this.#reads];
    const free = this.#write.then(() => (before.length > 0 ? Promise.race(before) : undefined));
    const result = free.then(() => f());
    this.#write = result.catch(nothing);
    return result;
  }
}
