// One slot more than numbers, and the next slots in cells: equal means empty, and one before means full.
export class Ring {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #slots: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.#memory = memory;
    this.#at = at;
    this.#slots = size + 1;
  }

  put(value: number): void {
    const place = Atomics.load(this.#memory, this.#at + 3);
    const next = (place + 1) % this.#slots;
    while (Atomics.load(this.#memory, this.#at + 2) === next)
      Atomics.wait(this.#memory, this.#at + 2, next);
    this.#memory[this.#at + 4 + place] = value;
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.store(this.#memory, this.#at + 3, next);
    Atomics.notify(this.#memory, this.#at + 3);
  }

  take(): number {
    const place = Atomics.load(this.#memory, this.#at + 2);
    while (Atomics.load(this.#memory, this.#at + 3) === place)
      Atomics.wait(this.#memory, this.#at + 3, place);
    const value = this.#memory[this.#at + 4 + place] as number;
    Atomics.add(this.#memory, this.#at, 1);
    Atomics.store(this.#memory, this.#at + 2, (place + 1) % this.#slots);
    Atomics.notify(this.#memory, this.#at + 2);
    return value;
  }
}
