// Waits until its group of reads has ended before it settles. (Each read has an end of its own.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: Did one wait for the other
type Io<T> = () => Promise<T>;

const nothing = () => {};

export class ReadWriteLock {
  #writes: Promise<unknown> = Promise.resolve();
  #calls: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    const calls = Promise.all([this.#calls, result.catch(nothing)]).then(nothing);
    this.#calls = calls;
    return calls.then(() => result);
  }

  async write<T>(f: Io<T>) {
    const result = this.#calls.then(() => f());
    this.#writes = this.#calls = result.catch(nothing);
    return result;
  }
}
