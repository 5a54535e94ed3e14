// One line of promises for all. (Reads do not need to wait for each other.)
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

export class ReadWriteLock {
  #last: Promise<unknown> = Promise.resolve();

  read<T>(f: Io<T>): Promise<T> {
    const result = this.#last.then(() => f());
    this.#last = result.catch(() => {});
    return result;
  }

  write<T>(f: Io<T>): Promise<T> {
    return this.read(f);
  }
}
