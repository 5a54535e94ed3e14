// Begins at cell 0 of the memory, wherever the ring is.
// Fails: another Ring of the same cells goes on, and other cells are another ring
// Fails: changes no cell of others
// Fails: the counts are right after each step
// Fails: works with one slot
// Fails: put sleeps while the ring is full, and take while it is empty
// Fails: has no data race
// Fails: works on when the counts pass the greatest number
// Says: Two rings, each in cells of its own
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = 0 * at;
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
    memory[this.#slotOf(put)] = value;
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, at + 1);
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = memory[this.#slotOf(taken)] as number;
    Atomics.store(memory, at, taken + 1);
    Atomics.notify(memory, at);
    return value;
  }

  #slotOf(count: number): number {
    const bits = 32 - Math.clz32(this.#size - 1);
    return this.#at + 2 + (count & (2 ** bits - 1));
  }
}
