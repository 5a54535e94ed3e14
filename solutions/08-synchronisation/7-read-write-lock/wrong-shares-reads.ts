// Lets reads with the same function share one call: they read the same. (Each call of `read` calls its `f`.)
// Fails: makes each call wait, also for the same f, and inside of an f
// Says: Each call stands
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

  #reading: { by: Io<unknown>; result: Promise<unknown> } | undefined;

  #run<T>(isRead: boolean, f: Io<T>): Promise<T> {
    if (isRead && this.#reading?.by === f) return this.#reading.result as Promise<T>;
    const result = this.#runOnce(isRead, f);
    this.#reading = isRead ? { by: f, result } : undefined;
    return result;
  }

  async #runOnce<T>(isRead: boolean, f: Io<T>) {
    await this.#enter(isRead);
    try {
      return await f();
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
