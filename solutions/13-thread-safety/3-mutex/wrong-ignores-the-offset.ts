// Counts `at` from the start of the buffer, and not of the part that it got.
// Fails: keeps two mutexes apart, wherever they are
// Says: count is 1; expected 2
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = new Int32Array(memory.buffer);
    this.#at = at;
  }

  lock(): void {
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0)
      Atomics.wait(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
