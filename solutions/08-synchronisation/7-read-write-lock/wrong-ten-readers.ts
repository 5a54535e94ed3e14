// A semaphore with ten permits, of which a write takes all. (There may be more than ten reads.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: starts reads that wait one behind the other in the same millisecond
// Says: for no other read
import { Semaphore } from 'async-mutex';

type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #permits = new Semaphore(10);

  read<T>(f: Io<T>) {
    return this.#permits.runExclusive(f);
  }

  write<T>(f: Io<T>) {
    return this.#permits.runExclusive(f, 10);
  }
}
