// Sleeps the first time, and asks again and again once it was woken.
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Says: expected: it sleeps
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const isTaken = () => Atomics.exchange(this.memory, this.at, 1) === 0;
    if (isTaken()) return;
    Atomics.wait(this.memory, this.at, 1);
    while (!isTaken());
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
