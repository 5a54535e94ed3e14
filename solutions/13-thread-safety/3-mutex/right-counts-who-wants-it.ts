// The first cell counts who has it or wants it. The second one is a key that unlock puts there for one of those.
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    if (Atomics.add(memory, at, 1) === 0) return;
    while (Atomics.compareExchange(memory, at + 1, 1, 0) === 0) Atomics.wait(memory, at + 1, 0);
  }

  unlock() {
    const { memory, at } = this;
    if (Atomics.sub(memory, at, 1) === 1) return;
    Atomics.store(memory, at + 1, 1);
    Atomics.notify(memory, at + 1, 1);
  }
}
