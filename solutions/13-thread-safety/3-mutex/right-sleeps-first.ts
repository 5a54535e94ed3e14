// Sleeps while it is held, and tries only after that.
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    do {
      Atomics.wait(this.#memory, this.#at, 1);
    } while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
