// Waits for a second at most, and goes in.
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: inside is 2
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    while (Atomics.compareExchange(this.memory, this.at, 0, 1) !== 0)
      if (Atomics.wait(this.memory, this.at, 1, 1000) === 'timed-out') return;
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
