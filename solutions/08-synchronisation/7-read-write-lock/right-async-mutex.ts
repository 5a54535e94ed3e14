// Two mutexes of async-mutex: all calls pass the first one, and the second one belongs to a write, or to all reads.
import { Mutex } from 'async-mutex';

type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #turnstile = new Mutex();
  readonly #data = new Mutex();
  #reads = 0;

  async read<T>(f: Io<T>) {
    await this.#turnstile.runExclusive(async () => {
      this.#reads++;
      if (this.#reads === 1) await this.#data.acquire();
    });
    try {
      return await f();
    } finally {
      this.#reads--;
      if (this.#reads === 0) this.#data.release();
    }
  }

  async write<T>(f: Io<T>) {
    const pass = await this.#turnstile.acquire();
    const release = await this.#data.acquire();
    pass();
    try {
      return await f();
    } finally {
      release();
    }
  }
}
