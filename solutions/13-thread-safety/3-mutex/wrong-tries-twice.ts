// Tries once more after it was woken, and does not look whether that has worked.
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: has no data race
// Says: Does your code look at what it returns
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    const isFree = Atomics.compareExchange(memory, at, 0, 1) === 0;
    if (!isFree) {
      Atomics.wait(memory, at, 1);
      Atomics.compareExchange(memory, at, 0, 1);
    }
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
