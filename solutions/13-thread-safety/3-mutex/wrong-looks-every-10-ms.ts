// Sleeps for 10 ms, and looks again: nobody wakes it.
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Says: asks again and again (wait lock while 1: timed-out)
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0)
      Atomics.wait(this.#memory, this.#at, 1, 10);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
  }
}
