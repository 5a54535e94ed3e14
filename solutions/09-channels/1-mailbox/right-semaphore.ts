// A semaphore that begins with no permit: each `put` releases one, and each `get` acquires one.
import { Semaphore } from 'async-mutex';

export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #there = new Semaphore(0);

  put(item: T) {
    this.#items.push(item);
    this.#there.release();
  }

  async get() {
    await this.#there.acquire();
    return this.#items.shift() as T;
  }
}
