// Draws tickets with the numbers 0 and 1: two threads may have the same one.
// Fails: lets three threads in, one after another
// Says: Deadlock
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    const ticket = Atomics.xor(this.#memory, this.#at, 1);
    for (;;) {
      const served = Atomics.load(this.#memory, this.#at + 1);
      if (served === ticket) return;
      Atomics.wait(this.#memory, this.#at + 1, served);
    }
  }

  unlock(): void {
    Atomics.xor(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, this.#at + 1);
  }
}
