// Wakes a thread first, and releases it in the next step.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: it is not kept for later
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0)
      Atomics.wait(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.notify(this.#memory, this.#at, 1);
    Atomics.store(this.#memory, this.#at, 0);
  }
}
