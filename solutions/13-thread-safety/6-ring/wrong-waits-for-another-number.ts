// Waits until the slot holds another number than before: the same number twice is never noticed.
// Fails: takes what was put, in the same order
// Fails: loses, swaps and repeats no number between two threads
// Fails: the counts are right after each step
// Fails: has no data race
// Says: has slept in a wait for own3
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;
  #last = 0;

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
    Atomics.store(memory, this.#slotOf(put), value);
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, this.#slotOf(put));
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    const slot = this.#slotOf(taken);
    while (Atomics.load(memory, slot) === this.#last) Atomics.wait(memory, slot, this.#last);
    this.#last = Atomics.load(memory, slot);
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
