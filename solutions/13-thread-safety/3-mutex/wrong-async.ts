// Waits with `Atomics.waitAsync`.
// Fails: locks and unlocks a free mutex again and again, and waits for nothing
// Fails: changes no cell but its own three
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: no async, no await
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  async lock() {
    const { memory, at } = this;
    while (Atomics.compareExchange(memory, at, 0, 1) !== 0)
      // biome-ignore lint/suspicious/noExplicitAny: this version of TypeScript's library does not know it
      await (Atomics as any).waitAsync(memory, at, 1).value;
  }

  unlock(): void {
    Atomics.store(this.memory, this.at, 0);
    Atomics.notify(this.memory, this.at, 1);
  }
}
