// Keeps the writes out while others read, and lets them start together.
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: A write waits for all calls
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #reading: Promise<unknown>[] = [];
  #writing: Promise<unknown>[] = [];

  async read<T>(f: Io<T>) {
    const result = Promise.allSettled(this.#writing).then(() => f());
    this.#reading = [...this.#reading, result];
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = Promise.allSettled(this.#reading).then(() => f());
    this.#writing = [...this.#writing, result];
    return result;
  }
}
