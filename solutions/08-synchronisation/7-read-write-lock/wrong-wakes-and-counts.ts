// A read that is woken counts itself when it goes on. (Until then, the lock looks free.)
// Fails: does so for a call in whatever microtask it comes
// Fails: goes on with the others when work rejects, or f throws
// Says: a newcomer finds the lock free
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #reads = 0;
  #isWriting = false;
  readonly #waiting: { isRead: boolean; wake(): void }[] = [];

  async read<T>(f: Io<T>) {
    if (this.#isWriting || this.#waiting.length > 0) await this.#wait(true);
    this.#reads++;
    try {
      return await f();
    } finally {
      this.#reads--;
      this.#wake();
    }
  }

  async write<T>(f: Io<T>) {
    if (this.#isWriting || this.#reads > 0 || this.#waiting.length > 0) await this.#wait(false);
    this.#isWriting = true;
    try {
      return await f();
    } finally {
      this.#isWriting = false;
      this.#wake();
    }
  }

  #wait(isRead: boolean) {
    return new Promise<void>((wake) => this.#waiting.push({ isRead, wake }));
  }

  #wake() {
    if (this.#reads > 0) return;
    if (this.#waiting[0]?.isRead === false) return this.#waiting.shift()?.wake();
    while (this.#waiting[0]?.isRead) this.#waiting.shift()?.wake();
  }
}
