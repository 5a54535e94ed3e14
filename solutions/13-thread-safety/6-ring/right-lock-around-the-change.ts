// Looks before it has the lock: what a thread waits for is never undone by the other one.
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
    this.#locked(() => {
      memory[this.#slotOf(put)] = value;
      Atomics.store(memory, at + 1, put + 1);
    });
    Atomics.notify(memory, at + 1);
  }

  take(): number {
    const memory = this.#memory;
    const at = this.#at;
    const taken = Atomics.load(memory, at);
    while (Atomics.load(memory, at + 1) === taken) Atomics.wait(memory, at + 1, taken);
    const value = this.#locked(() => {
      Atomics.store(memory, at, taken + 1);
      return memory[this.#slotOf(taken)] as number;
    });
    Atomics.notify(memory, at);
    return value;
  }

  #slotOf(count: number): number {
    const bits = 32 - Math.clz32(this.#size - 1);
    return this.#at + 3 + (count & (2 ** bits - 1));
  }

  #locked<T>(work: () => T): T {
    const memory = this.#memory;
    const lock = this.#at + 2;
    while (Atomics.exchange(memory, lock, 1) !== 0) Atomics.wait(memory, lock, 1);
    const value = work();
    Atomics.store(memory, lock, 0);
    Atomics.notify(memory, lock, 1);
    return value;
  }
}
