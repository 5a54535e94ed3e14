// Adds 1 to say that it waits. (Two that wait change the cell for each other, and never sleep.)
// Fails: lets three threads in, one after another
// Says: goes on and on
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    for (let before = Atomics.add(memory, at, 1); before !== 0; before = Atomics.add(memory, at, 1))
      Atomics.wait(memory, at, before + 1);
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
