// After a failure, the next ones are started a microtask later, and a newcomer finds the lock free in between.
// Fails: goes on with the others when work rejects, or f throws
// Says: in one step
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
        work.then(end, () => {
          this.#leave(isRead);
          queueMicrotask(() => this.#startNext());
        });
        work.then(resolve, reject);
      };
      const isFree = !this.#isWriting && this.#reads === 0;
      if (isFree) this.#waiting.unshift({ isRead, start });
      else this.#waiting.push({ isRead, start });
      this.#startNext();
    });
  }

  #end(isRead: boolean) {
    this.#leave(isRead);
    this.#startNext();
  }

  #leave(isRead: boolean) {
    if (isRead) this.#reads--;
    else this.#isWriting = false;
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
