// Assumes that to be woken is to have it. (Another thread may have taken it in between.)
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: has no data race
// Says: did not look at it again
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    if (Atomics.compareExchange(this.#memory, this.#at, 0, 1) === 0) return;
    Atomics.wait(this.#memory, this.#at, 1);
    Atomics.store(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
