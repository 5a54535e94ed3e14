// Goes in when a hundred tries have failed.
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: inside is 2
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    for (let tries = 0; tries < 100; tries++) {
      if (Atomics.compareExchange(this.#memory, this.#at, 0, 1) === 0) return;
    }
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
