// The mutex is always in cell 0.
// Fails: keeps two mutexes apart, wherever they are
// Says: expected
export class Mutex {
  readonly #memory: Int32Array;

  constructor(memory: Int32Array, _at: number) {
    this.#memory = memory;
  }

  lock(): void {
    while (Atomics.compareExchange(this.#memory, 0, 0, 1) !== 0) Atomics.wait(this.#memory, 0, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, 0, 0);
    Atomics.notify(this.#memory, 0, 1);
  }
}
