// A mutex that is locked while nothing is there. (`put` opens it before the call that it wakes has taken its item.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has room for any number of items, and of calls that wait
// Says: belongs to that call
import { Mutex } from 'async-mutex';

export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #empty = new Mutex();

  constructor() {
    this.#empty.acquire();
  }

  put(item: T) {
    this.#items.push(item);
    this.#empty.release();
  }

  async get() {
    await this.#empty.acquire();
    const item = this.#items.shift();
    if (this.#items.length > 0) this.#empty.release();
    return item as T;
  }
}
