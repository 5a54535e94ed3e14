// Writes 0 into a slot that is free: so a 0 that was put is nothing.
// Fails: takes what was put, in the same order
// Fails: another Ring of the same cells goes on, and other cells are another ring
// Fails: the counts are right after each step
// Says: A single thread puts and takes here
export class Ring {
  #put = 0;
  #taken = 0;
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #size: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = at;
    this.#size = size;
  }

  put(value: number): void {
    const slot = this.#at + 2 + (this.#put++ % this.#size);
    for (;;) {
      const held = Atomics.load(this.#memory, slot);
      if (held === 0) break;
      Atomics.wait(this.#memory, slot, held);
    }
    Atomics.store(this.#memory, slot, value);
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, slot);
  }

  take(): number {
    const slot = this.#at + 2 + (this.#taken++ % this.#size);
    while (Atomics.load(this.#memory, slot) === 0) Atomics.wait(this.#memory, slot, 0);
    const value = Atomics.exchange(this.#memory, slot, 0);
    Atomics.add(this.#memory, this.#at, 1);
    Atomics.notify(this.#memory, slot);
    return value;
  }
}
