// Notifies the count that the thread itself sleeps on.
// Fails: loses, swaps and repeats no number between two threads
// Fails: works with one slot
// Fails: put sleeps while the ring is full, and take while it is empty
// Says: No thread has called notify for put
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;

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
    memory[this.#slotOf(put)] = value;
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, at);
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = memory[this.#slotOf(taken)] as number;
    Atomics.store(memory, at, taken + 1);
    Atomics.notify(memory, at + 1);
    return value;
  }

  #slotOf(count: number): number {
    const bits = 32 - Math.clz32(this.#size - 1);
    return this.#at + 2 + (count & (2 ** bits - 1));
  }
}
