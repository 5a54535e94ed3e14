// Ends the chain with `catch`, and returns that. (So the caller never sees a rejection.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: x
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
    const result = this.#calls.then(() => f()).catch((error) => console.error(error)) as Promise<T>;
    this.#writes = result.catch(nothing);
    this.#calls = this.#writes;
    return result;
  }
}
