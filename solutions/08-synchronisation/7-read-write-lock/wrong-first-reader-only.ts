// A write waits for the first of the reads. (A later one may take longer.)
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
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
  #read: Promise<unknown> | undefined;

  read<T>(f: Io<T>) {
    const result = this.#write.then(() => f());
    this.#read ??= result.catch(nothing);
    return result;
  }

  write<T>(f: Io<T>) {
    const result = (this.#read ?? this.#write).then(() => f());
    this.#write = result.catch(nothing);
    this.#read = undefined;
    return result;
  }
}
