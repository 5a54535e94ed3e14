// Two semaphores: numbers that are there, and slots that are in use.
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
    const used = this.#at + 2;
    while (Atomics.load(this.#memory, used) === this.#size)
      Atomics.wait(this.#memory, used, this.#size);
    Atomics.add(this.#memory, used, 1);
    this.#memory[this.#slotOf(Atomics.load(this.#memory, this.#at + 1))] = value;
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.add(this.#memory, this.#at + 3, 1);
    Atomics.notify(this.#memory, this.#at + 3, 1);
  }

  take(): number {
    const filled = this.#at + 3;
    while (Atomics.load(this.#memory, filled) === 0) Atomics.wait(this.#memory, filled, 0);
    Atomics.sub(this.#memory, filled, 1);
    const value = this.#memory[this.#slotOf(Atomics.load(this.#memory, this.#at))] as number;
    Atomics.add(this.#memory, this.#at, 1);
    Atomics.sub(this.#memory, this.#at + 2, 1);
    Atomics.notify(this.#memory, this.#at + 2, 1);
    return value;
  }

  #slotOf(count: number): number {
    let slots = 1;
    while (slots < this.#size) slots *= 2;
    return this.#at + 4 + (count & (slots - 1));
  }
}
