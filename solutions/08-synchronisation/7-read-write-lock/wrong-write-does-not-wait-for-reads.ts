// A read waits for the writes before it. A write does not wait for the reads before it.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: A write waits for all calls
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #writes: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    return this.#writes.then(() => f());
  }

  async write<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    this.#writes = result.catch(() => {});
    return result;
  }
}
