// Keeps the call of each function in a Map, and joins it when the same function comes again.
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

  readonly #running = new Map<Io<unknown>, Promise<unknown>>();

  #run<T>(isRead: boolean, f: Io<T>): Promise<T> {
    const known = this.#running.get(f);
    if (known) return known as Promise<T>;
    const running = this.#runOnce(isRead, f).finally(() => this.#running.delete(f));
    this.#running.set(f, running);
    return running;
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
