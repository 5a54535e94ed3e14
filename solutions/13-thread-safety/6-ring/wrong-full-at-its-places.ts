// Makes four slots for three numbers, and sleeps only when all four are taken.
// Fails: put sleeps while the ring is full, and take while it is empty
// Fails: works on when the counts pass the greatest number
// Says: also where there are more slots
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #slots: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = at;
    this.#slots = 2 ** (32 - Math.clz32(size - 1));
  }

  put(value: number): void {
    const memory = this.#memory;
    const at = this.#at;
    const put = Atomics.load(memory, at + 1);
    for (;;) {
      const taken = Atomics.load(memory, at);
      if (((put - taken) | 0) < this.#slots) break;
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
    return this.#at + 2 + (count & (this.#slots - 1));
  }
}
