// Releases the mutex that was taken last. (They may be released in any order.)
// Fails: keeps two mutexes apart, wherever they are
// Says: that is lost
const taken: { memory: Int32Array; at: number }[] = [];

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
    taken.push({ memory: this.memory, at: this.at });
  }

  unlock(): void {
    const { memory, at } = taken.pop() ?? this;
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at, 1);
  }
}
