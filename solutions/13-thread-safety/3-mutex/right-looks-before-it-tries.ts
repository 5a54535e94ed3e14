// Looks first, and tries only if the mutex is free. What it saw decides nothing: the exchange does.
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    do {
      while (Atomics.load(memory, at) === 1) Atomics.wait(memory, at, 1);
    } while (Atomics.compareExchange(memory, at, 0, 1) !== 0);
  }

  unlock() {
    if (Atomics.sub(this.memory, this.at, 1) !== 1) throw new Error('it was not locked');
    Atomics.notify(this.memory, this.at, 1);
  }
}
