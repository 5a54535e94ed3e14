// Releases it by a plain write.
// Fails: lets three threads in, one after another
// Fails: has no data race
// Says: write lock 0
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock(): void {
    while (Atomics.compareExchange(this.memory, this.at, 0, 1) !== 0)
      Atomics.wait(this.memory, this.at, 1);
  }

  unlock() {
    this.memory[this.at] = 0;
    Atomics.notify(this.memory, this.at, 1);
  }
}
