// Mutex of async-mutex: its functions under other names.
import { Mutex } from 'async-mutex';

type Io<T> = () => Promise<T>;

export class Lock {
  readonly #mutex = new Mutex();

  get isLocked() {
    return this.#mutex.isLocked();
  }

  acquire() {
    return this.#mutex.acquire();
  }

  run<T>(f: Io<T>) {
    return this.#mutex.runExclusive(f);
  }
}
