// Keeps the next slot in the object.
// Fails: takes what was put, in the same order
// Fails: waits for nothing while a slot is free, or while a number is there
// Fails: another Ring of the same cells goes on, and other cells are another ring
// Fails: works on when the counts pass the greatest number
// Says: A single thread puts and takes here
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;
  #next = 0;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = at;
    this.#size = size;
  }

  put(value: number): void {
    const memory = this.#memory;
    const at = this.#at;
    const put = Atomics.load(memory, at + 1);
    for (;;) {
      const taken = Atomics.load(memory, at);
      if (((put - taken) | 0) < this.#size) break;
      Atomics.wait(memory, at, taken);
    }
    memory[this.#nextSlot()] = value;
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, at + 1);
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = memory[this.#nextSlot()] as number;
    Atomics.store(memory, at, taken + 1);
    Atomics.notify(memory, at);
    return value;
  }

  #nextSlot(): number {
    const slot = this.#at + 2 + this.#next;
    this.#next = (this.#next + 1) % this.#size;
    return slot;
  }
}
