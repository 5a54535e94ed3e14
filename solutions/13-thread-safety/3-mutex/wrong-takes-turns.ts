// The threads have it one after another, in an order that is fixed. (One may not want it again, or not yet.)
// Fails: locks and unlocks a free mutex again and again, and waits for nothing
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: Deadlock
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;
  readonly #me: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
    this.#me = Atomics.add(memory, at + 2, 1) % 2;
  }

  lock(): void {
    while (Atomics.load(this.#memory, this.#at) !== this.#me)
      Atomics.wait(this.#memory, this.#at, 1 - this.#me);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 1 - this.#me);
    Atomics.notify(this.#memory, this.#at);
  }
}
