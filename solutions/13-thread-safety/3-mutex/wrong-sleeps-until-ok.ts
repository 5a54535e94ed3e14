// Sleeps until `wait` returns ok. (It returns not-equal if the mutex was released before.)
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: asks again and again
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    while (Atomics.compareExchange(memory, at, 0, 1) !== 0)
      while (Atomics.wait(memory, at, 1) !== 'ok');
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
