// Sleeps three times at most, and then goes in. (Others may be faster each time.)
// Fails: protects what two threads read and write plainly
// Says: that is lost
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock(): void {
    for (let sleeps = 0; sleeps <= 3; sleeps++) {
      if (Atomics.compareExchange(this.memory, this.at, 0, 1) === 0) return;
      if (sleeps < 3) Atomics.wait(this.memory, this.at, 1);
    }
    Atomics.store(this.memory, this.at, 1);
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
