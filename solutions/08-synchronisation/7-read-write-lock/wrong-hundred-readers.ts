// A semaphore with a hundred permits, of which a write takes all. (There may be more reads than that.)
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Says: for no other read
import { Semaphore } from 'async-mutex';

type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #permits = new Semaphore(100);

  read<T>(f: Io<T>) {
    return this.#permits.runExclusive(f);
  }

  write<T>(f: Io<T>) {
    return this.#permits.runExclusive(f, 100);
  }
}
