// Chains the work with then(). (After a rejection, each later call rejects with the same reason.)
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: The others have nothing to do with that
type Io<T> = () => Promise<T>;

export class Lock {
  #last: Promise<unknown> = Promise.resolve();
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  acquire() {
    return new Promise<() => void>((resolve, reject) => {
      const hold = () =>
        new Promise<void>((end) => {
          let mine = 1;
          resolve(() => {
            this.#calls -= mine;
            mine = 0;
            end();
          });
        });
      this.#calls++;
      this.#last = this.#last.then(hold);
      this.#last.catch(reject);
    });
  }

  run<T>(f: Io<T>): Promise<T> {
    this.#calls++;
    const result = this.#last.then(f).finally(() => {
      this.#calls--;
    });
    this.#last = result;
    return result;
  }
}
