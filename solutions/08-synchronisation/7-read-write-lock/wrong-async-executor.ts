// An async function in the Promise constructor. (Its failure goes nowhere, and the call stays pending.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: there was an unhandled rejection
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

  #run<T>(isRead: boolean, f: Io<T>) {
    return new Promise<T>(async (resolve) => {
      await this.#enter(isRead);
      try {
        resolve(await f());
      } finally {
        this.#leave(isRead);
      }
    });
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
