// Each call has a number, and an event tells all of them when a call has ended. Each looks whether it may start.
import { EventEmitter, once } from 'node:events';

type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #ends = new EventEmitter().setMaxListeners(0);
  readonly #line: { readonly isRead: boolean }[] = [];

  read<T>(f: Io<T>) {
    return this.#run({ isRead: true }, f);
  }

  write<T>(f: Io<T>) {
    return this.#run({ isRead: false }, f);
  }

  async #run<T>(me: { readonly isRead: boolean }, f: Io<T>) {
    this.#line.push(me);
    while (!this.#isNext(me)) await once(this.#ends, 'end');
    try {
      return await f();
    } finally {
      this.#line.splice(this.#line.indexOf(me), 1);
      this.#ends.emit('end');
    }
  }

  #isNext(me: { readonly isRead: boolean }) {
    const before = this.#line.slice(0, this.#line.indexOf(me));
    return before.every(({ isRead }) => me.isRead && isRead);
  }
}
