// Counts the waiting threads in a cell that is not its own.
// Fails: changes no cell but its own three
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: before and after are 7
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    Atomics.add(this.#memory, this.#at + 3, 1);
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0)
      Atomics.wait(this.#memory, this.#at, 1);
    Atomics.sub(this.#memory, this.#at + 3, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
