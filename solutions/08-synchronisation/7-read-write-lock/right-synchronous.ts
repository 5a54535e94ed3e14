// Calls the next functions inside of the end of the one before, without a microtask in between.
type Io<T> = () => Promise<T>;

interface Waiter {
  readonly isRead: boolean;
  start(): void;
}

export class ReadWriteLock {
  #waiting: Waiter[] = [];
  /** How many reads are in flight; -1 is a write. */
  #inFlight = 0;

  read<T>(f: Io<T>) {
    return this.#add(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#add(false, f);
  }

  #add<T>(isRead: boolean, f: Io<T>) {
    return new Promise<T>((resolve, reject) => {
      const end = () => {
        this.#inFlight = isRead ? this.#inFlight - 1 : 0;
        this.#next();
      };
      const start = () => {
        try {
          f().finally(end).then(resolve, reject);
        } catch (error) {
          reject(error);
          end();
        }
      };
      this.#waiting.push({ isRead, start });
      this.#next();
    });
  }

  #next() {
    const [first] = this.#waiting;
    if (!first || this.#inFlight < 0 || (this.#inFlight > 0 && !first.isRead)) return;
    this.#waiting = this.#waiting.slice(1);
    this.#inFlight = first.isRead ? this.#inFlight + 1 : -1;
    first.start();
    this.#next();
  }
}
