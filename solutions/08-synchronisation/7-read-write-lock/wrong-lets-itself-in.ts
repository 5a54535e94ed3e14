// Calls `f` immediately if the call is made inside of an `f`, so that it never waits for itself.
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Says: made inside of an `f`
import { AsyncLocalStorage } from 'node:async_hooks';

type Io<T> = () => Promise<T>;

interface Waiter {
  readonly isRead: boolean;
  start(): void;
}

export class ReadWriteLock {
  readonly #waiting: Waiter[] = [];
  #reads = 0;
  #isWriting = false;

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  readonly #inside = new AsyncLocalStorage<boolean>();

  async #run<T>(isRead: boolean, f: Io<T>) {
    if (this.#inside.getStore()) return f();
    await this.#enter(isRead);
    try {
      return await this.#inside.run(true, f);
    } finally {
      this.#leave(isRead);
    }
  }

  #enter(isRead: boolean) {
    return new Promise<void>((start) => {
      this.#waiting.push({ isRead, start });
      this.#startNext();
    });
  }

  #leave(isRead: boolean) {
    if (isRead) this.#reads--;
    else this.#isWriting = false;
    this.#startNext();
  }

  #startNext() {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#isWriting || (!first.isRead && this.#reads > 0)) return;
      this.#waiting.shift();
      if (first.isRead) this.#reads++;
      else this.#isWriting = true;
      first.start();
    }
  }
}
