// Takes it and releases it with the same xor. (A try that fails releases it.)
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
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
    while (Atomics.xor(this.#memory, this.#at, 1) === 1) Atomics.wait(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.xor(this.#memory, this.#at, 1);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
