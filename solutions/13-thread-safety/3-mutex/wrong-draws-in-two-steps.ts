// Draws its ticket in two steps: two threads get the same one.
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets each of three threads in
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: that is lost
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    const ticket = Atomics.load(this.#memory, this.#at);
    Atomics.store(this.#memory, this.#at, ticket + 1);
    for (;;) {
      const served = Atomics.load(this.#memory, this.#at + 1);
      if (served === ticket) return;
      Atomics.wait(this.#memory, this.#at + 1, served);
    }
  }

  unlock(): void {
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, this.#at + 1);
  }
}
