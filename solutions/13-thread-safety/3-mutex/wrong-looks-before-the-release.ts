// Looks whether others wait before it releases the mutex: one may come in between.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: No thread has called notify
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    Atomics.add(this.#memory, this.#at + 1, 1);
    while (Atomics.exchange(this.#memory, this.#at, 1) === 1)
      Atomics.wait(this.#memory, this.#at, 1);
    Atomics.sub(this.#memory, this.#at + 1, 1);
  }

  unlock(): void {
    const isWanted = Atomics.load(this.#memory, this.#at + 1) > 0;
    Atomics.store(this.#memory, this.#at, 0);
    if (isWanted) Atomics.notify(this.#memory, this.#at, 1);
  }
}
