// A read that fails tells its caller when the last of the reads has ended. (Each call settles when its own work does.)
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Says: Did one wait for the other
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
    return new Promise<T>((resolve, reject) => {
      const start = () => {
        const work = (async () => f())();
        const end = () => this.#end(isRead);
        work.then(end, end);
        work.then(resolve, (error) => this.#whenAlone(() => reject(error)));
      };
      this.#waiting.push({ isRead, start });
      this.#startNext();
    });
  }

  #end(isRead: boolean) {
    if (isRead) this.#reads--;
    else this.#isWriting = false;
    if (this.#reads === 0) for (const tell of this.#late.splice(0)) tell();
    this.#startNext();
  }

  #late: (() => void)[] = [];

  #whenAlone(tell: () => void) {
    if (this.#reads > 0) this.#late.push(tell);
    else tell();
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
