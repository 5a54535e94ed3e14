// Sleeps on its own cell, and notifies cell 0.
// Fails: keeps two mutexes apart, wherever they are
// Says: No thread has called notify for second
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
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, 0, 1);
  }
}
