// Waits with `Promise.all`, and takes its rejection for the end of all. (Other reads are still in flight.)
// Fails: goes on with the others when work rejects, or f throws
// Says: count that end, exactly once
type Io<T> = () => Promise<T>;

const nothing = () => {};

export class ReadWriteLock {
  #writes: Promise<unknown> = Promise.resolve();
  #calls: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    this.#calls = Promise.all([this.#calls, result]).then(nothing, nothing);
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = this.#calls.then(() => f());
    this.#writes = result.catch(nothing);
    this.#calls = this.#writes;
    return result;
  }
}
