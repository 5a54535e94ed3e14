// Notes which mutexes this thread has, and to release one clears all notes. (The other one is never released.)
// Fails: keeps two mutexes apart, wherever they are
// Says: Deadlock
const held = new Set<Mutex>();

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
    held.add(this);
  }

  unlock(): void {
    if (!held.has(this)) return;
    held.clear();
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
