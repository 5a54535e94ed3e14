// Releases it only if nobody waits: then the state is another one.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: Deadlock
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    if (Atomics.compareExchange(this.#memory, this.#at, 0, 1) === 0) return;
    while (Atomics.exchange(this.#memory, this.#at, 2) !== 0)
      Atomics.wait(this.#memory, this.#at, 2);
  }

  unlock(): void {
    Atomics.compareExchange(this.#memory, this.#at, 1, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
