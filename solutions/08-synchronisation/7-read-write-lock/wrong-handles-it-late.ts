// Looks at the work in the next event-loop iteration. (A rejection has no handler until then.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: sets no timer
// Says: handled too late
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

  async #run<T>(isRead: boolean, f: Io<T>) {
    await this.#enter(isRead);
    try {
      const work = f();
      await new Promise((resolve) => setImmediate(resolve));
      return await work;
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
