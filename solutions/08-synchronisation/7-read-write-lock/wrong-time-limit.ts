// Lets the next ones in after a second, because a write may hang. (It is still in flight.)
// Fails: settles when its work does, also while others wait or are in flight
// Fails: sets no timer
// Says: x
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
    let hasLeft = false;
    const leave = () => {
      if (!hasLeft) this.#leave(isRead);
      hasLeft = true;
    };
    const timer = setTimeout(leave, 1000);
    try {
      return await f();
    } finally {
      clearTimeout(timer);
      leave();
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
