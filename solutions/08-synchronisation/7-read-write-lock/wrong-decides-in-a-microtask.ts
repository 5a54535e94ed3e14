// An end asks in a microtask of its own who is next. (A write that comes meanwhile finds the lock free.)
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Says: x
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  readonly #waiting: { isRead: boolean; start(): void }[] = [];
  #reads = 0;
  #isWriting = false;

  async read<T>(f: Io<T>) {
    if (this.#isWriting || this.#waiting.some(({ isRead }) => !isRead)) await this.#wait(true);
    else this.#reads++;
    try {
      return await f();
    } finally {
      this.#reads--;
      queueMicrotask(() => this.#startNext());
    }
  }

  async write<T>(f: Io<T>) {
    if (this.#isWriting || this.#reads > 0) await this.#wait(false);
    else this.#isWriting = true;
    try {
      return await f();
    } finally {
      this.#isWriting = false;
      queueMicrotask(() => this.#startNext());
    }
  }

  #wait(isRead: boolean) {
    return new Promise<void>((start) => this.#waiting.push({ isRead, start }));
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
