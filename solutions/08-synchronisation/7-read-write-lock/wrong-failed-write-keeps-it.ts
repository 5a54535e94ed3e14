// Counts the end of a read in a `finally`, and that of a write after the `await` only.
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: however they have ended
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
    const before = this.#calls;
    const { promise, resolve } = hold();
    this.#writes = this.#calls = promise;
    await before;
    const value = await f();
    resolve();
    return value;
  }
}

function hold() {
  let resolve = nothing;
  const promise = new Promise<void>((fulfil) => (resolve = fulfil));
  return { promise, resolve };
}
