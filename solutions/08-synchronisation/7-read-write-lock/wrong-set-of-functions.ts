// Keeps the functions of the reads in flight in a Set. (Two reads with the same function are one in it.)
// Fails: makes each call wait, also for the same f, and inside of an f
// Says: Each call stands
type Io<T> = () => Promise<T>;

interface Waiter {
  readonly isRead: boolean;
  readonly f: Io<unknown>;
  start(): void;
}

export class ReadWriteLock {
  readonly #waiting: Waiter[] = [];
  readonly #reads = new Set<Io<unknown>>();
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
        const end = () => this.#end(isRead, f);
        work.then(end, end);
        work.then(resolve, reject);
      };
      this.#waiting.push({ isRead, f, start });
      this.#startNext();
    });
  }

  #end(isRead: boolean, f: Io<unknown>) {
    if (isRead) this.#reads.delete(f);
    else this.#isWriting = false;
    this.#startNext();
  }

  #startNext() {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#isWriting || (!first.isRead && this.#reads.size > 0)) return;
      this.#waiting.shift();
      if (first.isRead) this.#reads.add(first.f);
      else this.#isWriting = true;
      first.start();
    }
  }
}
