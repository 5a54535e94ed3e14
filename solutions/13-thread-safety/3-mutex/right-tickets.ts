// Each call draws a ticket from the first cell, and waits until the second one shows its number.
export class Mutex {
  readonly #memory: Int32Array;
  readonly #next: number;
  readonly #served: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#next = at;
    this.#served = at + 1;
  }

  lock(): void {
    const ticket = Atomics.add(this.#memory, this.#next, 1);
    for (;;) {
      const served = Atomics.load(this.#memory, this.#served);
      if (served === ticket) return;
      Atomics.wait(this.#memory, this.#served, served);
    }
  }

  unlock(): void {
    Atomics.add(this.#memory, this.#served, 1);
    // All of them: only one has the number, and nobody knows which sleeper that is.
    Atomics.notify(this.#memory, this.#served);
  }
}
