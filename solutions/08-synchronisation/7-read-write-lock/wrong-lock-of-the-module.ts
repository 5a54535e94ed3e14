// Keeps the line outside of the class. (Two locks wait for each other.)
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: Each lock has its own line
type Io<T> = () => Promise<T>;

const nothing = () => {};
let writes: Promise<unknown> = Promise.resolve();
let calls: Promise<unknown> = Promise.resolve();

export class ReadWriteLock {
  async read<T>(f: Io<T>) {
    const result = writes.then(() => f());
    calls = Promise.all([calls, result.catch(nothing)]).then(nothing);
    return result;
  }

  async write<T>(f: Io<T>) {
    const result = calls.then(() => f());
    writes = calls = result.catch(nothing);
    return result;
  }
}
