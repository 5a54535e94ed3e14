// Tickets. Only the thread that has the mutex writes the second cell, so that it may read it plainly.
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    const ticket = Atomics.add(memory, at, 1);
    for (;;) {
      const shown = Atomics.load(memory, at + 1);
      if (shown === ticket) return;
      Atomics.wait(memory, at + 1, shown);
    }
  }

  unlock() {
    const { memory, at } = this;
    Atomics.store(memory, at + 1, (memory[at + 1] as number) + 1);
    Atomics.notify(memory, at + 1);
  }
}
