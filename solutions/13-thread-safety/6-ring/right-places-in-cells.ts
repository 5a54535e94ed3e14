// The next slots are in cells of their own, and never grow. Only one thread uses each of the two.
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
    memory[this.#nextSlot(at + 2)] = value;
    Atomics.store(memory, at + 1, put + 1);
    Atomics.notify(memory, at + 1);
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = memory[this.#nextSlot(at + 3)] as number;
    Atomics.store(memory, at, taken + 1);
    Atomics.notify(memory, at);
    return value;
  }

  #nextSlot(cell: number): number {
    const place = this.#memory[cell] as number;
    this.#memory[cell] = (place + 1) % this.#size;
    return this.#at + 4 + place;
  }
}
