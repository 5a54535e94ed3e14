// Tells `wait` the value that it waits for. (It sleeps while the cell has it.)
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: it is not kept for later
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    while (Atomics.compareExchange(this.memory, this.at, 0, 1) !== 0)
      Atomics.wait(this.memory, this.at, 0);
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
