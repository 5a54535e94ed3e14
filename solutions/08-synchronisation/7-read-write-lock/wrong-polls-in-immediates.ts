// Looks in each event-loop iteration whether the lock is free.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Fails: sets no timer
// Says: Await the work itself
import { setImmediate as yieldToOthers } from 'node:timers/promises';

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
    while (!this.#mayStart(me)) await yieldToOthers();
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
