// Fulfils a write with undefined: only a read has a result. (A write may tell how many rows it changed.)
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: fulfils with the value of its work, whatever value it is
// Fails: goes on with the others when work rejects, or f throws
// Says: of `read` and of `write`
type Io<T> = () => Promise<T>;

const nothing = () => {};

export class ReadWriteLock {
  #writes: Promise<unknown> = Promise.resolve();
  #calls: Promise<unknown> = Promise.resolve();

  async read<T>(f: Io<T>) {
    const result = this.#writes.then(() => f());
    this.#calls = Promise.all([this.#calls, result.catch(nothing)]).then(nothing);
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = this.#calls.then(() => f());
    this.#writes = result.catch(nothing);
    this.#calls = this.#writes;
    return result.then(() => undefined as T);
  }
}
