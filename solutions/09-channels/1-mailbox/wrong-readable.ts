// A Readable in object mode. (`push(null)` is its end.)
// Fails: takes any value for an item, also the same one again
// Says: null came in at 3 ms, and nobody got it
import { Readable } from 'node:stream';

export class Mailbox<T> {
  readonly #readable = new Readable({ objectMode: true, read() {} });
  readonly #items = this.#readable.iterator();

  put(item: T) {
    this.#readable.push(item);
  }

  async get(): Promise<T> {
    const { value } = await this.#items.next();
    return value;
  }
}
