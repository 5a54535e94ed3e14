// Looks whether it is free, and takes it in a second step: two threads may have looked.
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: that is lost
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    while (Atomics.load(this.#memory, this.#at) === 1) Atomics.wait(this.#memory, this.#at, 1);
    Atomics.store(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
