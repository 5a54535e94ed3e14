// Reads its own count in the constructor, and keeps it in the object.
// Fails: another Ring of the same cells goes on, and other cells are another ring
// Says: Three Rings for the same cells
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;
  #put: number;
  #taken: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = at;
    this.#size = size;
    this.#put = Atomics.load(memory, at + 1);
    this.#taken = Atomics.load(memory, at);
  }

  put(value: number): void {
    const memory = this.#memory;
    const at = this.#at;
    const put = this.#put;
    for (;;) {
      const taken = Atomics.load(memory, at);
      if (((put - taken) | 0) < this.#size) break;
      Atomics.wait(memory, at, taken);
    }
    memory[this.#slotOf(put)] = value;
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, at + 1);
    this.#put = (put + 1) | 0;
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = this.#taken;
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = memory[this.#slotOf(taken)] as number;
    Atomics.store(memory, at, taken + 1);
    Atomics.notify(memory, at);
    this.#taken = (taken + 1) | 0;
    return value;
  }

  #slotOf(count: number): number {
    const bits = 32 - Math.clz32(this.#size - 1);
    return this.#at + 2 + (count & (2 ** bits - 1));
  }
}
