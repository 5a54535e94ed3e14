// A thread that has one mutex takes each other one for its own.
// Fails: keeps two mutexes apart, wherever they are
// Says: it waits for itself
// How many this thread has.
let held = 0;

export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    if (held++ > 0) return;
    while (Atomics.exchange(this.#memory, this.#at, 1) !== 0)
      Atomics.wait(this.#memory, this.#at, 1);
  }

  unlock(): void {
    if (--held > 0) return;
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
