// Passes on a failure in the next turn of the event loop.
// Fails: settles when its work does, also while others wait or are in flight
// Says: needs no timer
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
        work.then(resolve, (error) => setImmediate(reject, error));
      };
      this.#waiting.push({ isRead, start });
      this.#startNext();
    });
  }

  #end(isRead: boolean) {
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
