// The iterator of `events.on` has the two lists inside. The items come as lists of arguments.
import { EventEmitter, on } from 'node:events';

export class Mailbox<T> {
  readonly #emitter = new EventEmitter();
  readonly #items = on(this.#emitter, 'item');

  put(item: T) {
    this.#emitter.emit('item', item);
  }

  async get(): Promise<T> {
    const { value } = await this.#items.next();
    return value[0];
  }
}
