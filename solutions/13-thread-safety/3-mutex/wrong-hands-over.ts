// Leaves it locked for the thread that it wakes, and releases it if it woke none: one may fall asleep in between.
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
    if (Atomics.compareExchange(this.#memory, this.#at, 0, 1) === 0) return;
    if (Atomics.wait(this.#memory, this.#at, 1) !== 'ok') this.lock();
  }

  unlock(): void {
    if (Atomics.notify(this.#memory, this.#at, 1) === 0) Atomics.store(this.#memory, this.#at, 0);
  }
}
