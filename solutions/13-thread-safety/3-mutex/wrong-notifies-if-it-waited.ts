// Wakes another thread only if it had to wait itself.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: Deadlock
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;
  #hasWaited = false;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    this.#hasWaited = false;
    while (Atomics.exchange(this.#memory, this.#at, 1) === 1) {
      this.#hasWaited = true;
      Atomics.wait(this.#memory, this.#at, 1);
    }
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    if (this.#hasWaited) Atomics.notify(this.#memory, this.#at, 1);
  }
}
