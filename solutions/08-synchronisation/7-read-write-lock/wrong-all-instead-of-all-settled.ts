// Waits with `Promise.all` for the earlier calls. (It rejects at the first rejection, and so does the write.)
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: The others have nothing to do with that
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #calls: Promise<unknown> = Promise.resolve();
  #writes: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    this.#calls = Promise.all([this.#calls, result]);
    this.#calls.catch(() => {});
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = this.#calls.then(() => f());
    this.#writes = this.#calls = result.catch(() => {});
    return result;
  }
}
