// Chains the work with `then`. (After a rejection, each later call rejects with the same reason.)
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: The others have nothing to do with that
type Io<T> = () => Promise<T>;

const nothing = () => {};

export class ReadWriteLock {
  #writes: Promise<unknown> = Promise.resolve();
  #calls: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    this.#calls = Promise.allSettled([this.#calls, result]).then(nothing);
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = this.#calls.then(() => f());
    this.#writes = result;
    this.#calls = this.#writes;
    return result;
  }
}
