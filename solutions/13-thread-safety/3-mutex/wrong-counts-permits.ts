// Free is 1 and held is 0, so the constructor puts a 1 there. (Another thread may have it already.)
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets each of three threads in
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: a thread that comes now cannot know that
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
    Atomics.store(memory, at, 1);
  }

  lock() {
    while (Atomics.compareExchange(this.memory, this.at, 1, 0) !== 1)
      Atomics.wait(this.memory, this.at, 0);
  }

  unlock() {
    Atomics.add(this.memory, this.at, 1);
    Atomics.notify(this.memory, this.at, 1);
  }
}
