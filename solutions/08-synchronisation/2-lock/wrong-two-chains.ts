// `run` and `acquire` have a chain each, so they do not wait for each other.
// Fails: hands the lock to the calls that wait, in their order
// Fails: releases the lock when its work rejects, or f throws, and goes on with the others
// Fails: needs the lock for each call, also for the same f or promise, and inside of an f
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: is a lock of its own, and works as at the beginning when all have released it
// Says: stand in one line
type Io<T> = () => Promise<T>;

export class Lock {
  #lastRun: Promise<unknown> = Promise.resolve();
  #lastHold = Promise.resolve();
  #calls = 0;

  get isLocked() {
    return this.#calls > 0;
  }

  async acquire() {
    this.#calls++;
    const before = this.#lastHold;
    let wake = () => {};
    this.#lastHold = new Promise((resolve) => (wake = resolve));
    await before;
    let mine = 1;
    return () => {
      this.#calls -= mine;
      mine = 0;
      wake();
    };
  }

  run<T>(f: Io<T>): Promise<T> {
    this.#calls++;
    const leave = () => {
      this.#calls--;
    };
    const result = this.#lastRun.then(f).finally(leave);
    this.#lastRun = result.catch(() => {});
    return result;
  }
}
