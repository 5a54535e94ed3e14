// Looks plainly before it tries.
// Fails: lets three threads in, one after another
// Fails: has no data race
// Says: Data race
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    for (;;) {
      if (memory[at] === 0 && Atomics.compareExchange(memory, at, 0, 1) === 0) return;
      Atomics.wait(memory, at, 1);
    }
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
