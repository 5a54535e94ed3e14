// Makes the promise of the end once. (After the first write it has fulfilled, and keeps no call out.)
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: x
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #writing: Promise<unknown> | undefined;
  #reads: Promise<unknown>[] = [];

  async read<T>(f: Io<T>) {
    const result = Promise.resolve(this.#writing).then(() => f());
    this.#reads.push(result.catch(() => {}));
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = Promise.all([...this.#reads, this.#writing]).then(() => f());
    this.#writing ??= result.catch(() => {});
    return result;
  }
}
