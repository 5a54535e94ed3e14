// Looks every millisecond whether the lock is free.
// Fails: write calls f once, when each earlier call has ended
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: sets no timer
// Says: A timer fired at 34 ms
import { setTimeout as sleep } from 'node:timers/promises';

type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #line: { isRead: boolean }[] = [];

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  async #run<T>(isRead: boolean, f: Io<T>) {
    const me = { isRead };
    this.#line.push(me);
    while (!this.#mayStart(me)) await sleep(1);
    try {
      return await f();
    } finally {
      this.#line.splice(this.#line.indexOf(me), 1);
    }
  }

  #mayStart(me: { isRead: boolean }) {
    const before = this.#line.slice(0, this.#line.indexOf(me));
    return me.isRead ? before.every(({ isRead }) => isRead) : before.length === 0;
  }
}
