// A write takes the permits of a semaphore one after another. (Two writes each have some of them, and wait.)
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Fails: sets no timer
// Says: A call that waits has to start
type Io<T> = () => Promise<T>;

const READS = 200;

export class ReadWriteLock {
  #free = READS;
  readonly #waiting: (() => void)[] = [];

  async read<T>(f: Io<T>) {
    await this.#take();
    try {
      return await f();
    } finally {
      this.#giveBack();
    }
  }

  async write<T>(f: Io<T>) {
    await Promise.all(Array.from({ length: READS / 2 }, () => this.#take()));
    await Promise.all(Array.from({ length: READS / 2 }, () => this.#take()));
    try {
      return await f();
    } finally {
      for (let i = 0; i < READS; i++) this.#giveBack();
    }
  }

  #take() {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #giveBack() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
