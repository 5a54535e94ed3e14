// Keeps the first failure in a field, and rejects each later call that fails with it.
// Fails: settles when its work does, also while others wait or are in flight
// Says: the connection is broken
type Io<T> = () => Promise<T>;

interface Waiter {
  readonly isRead: boolean;
  start(): void;
}

export class ReadWriteLock {
  readonly #waiting: Waiter[] = [];
  #reads = 0;
  #isWriting = false;
  #failure?: { error: unknown };

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
        work.then(resolve, (error) => {
          this.#failure ??= { error };
          reject(this.#failure.error);
        });
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
