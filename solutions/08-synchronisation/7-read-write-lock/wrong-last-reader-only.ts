// A write waits for the read that was called last. (An earlier one may take longer.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: A write waits for all calls
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #write: Promise<unknown> = Promise.resolve();
  #last: Promise<unknown> = Promise.resolve();

  read<T>(f: Io<T>) {
    const result = this.#write.then(() => f());
    this.#last = result.catch(() => {});
    return result;
  }

  write<T>(f: Io<T>) {
    const result = this.#last.then(() => f());
    this.#last = result.catch(() => {});
    this.#write = this.#last;
    return result;
  }
}
