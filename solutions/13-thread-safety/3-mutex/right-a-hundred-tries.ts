// Tries a hundred times, and sleeps only then: a short section is over before a thread has fallen asleep.
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  private isTaken(): boolean {
    for (let tries = 0; tries < 100; tries++)
      if (Atomics.compareExchange(this.memory, this.at, 0, 1) === 0) return true;
    return false;
  }

  lock(): void {
    while (!this.isTaken()) Atomics.wait(this.memory, this.at, 1);
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
