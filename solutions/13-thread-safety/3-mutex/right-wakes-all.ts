// Wakes all sleepers: one of them gets the mutex, and the others sleep again.
export class Mutex {
  readonly #cells: Int32Array;

  constructor(memory: Int32Array, at: number) {
    this.#cells = memory.subarray(at, at + 3);
  }

  lock(): void {
    if (Atomics.or(this.#cells, 0, 1) === 0) return;
    Atomics.wait(this.#cells, 0, 1);
    this.lock();
  }

  unlock(): void {
    Atomics.and(this.#cells, 0, 0);
    Atomics.notify(this.#cells, 0);
  }
}
