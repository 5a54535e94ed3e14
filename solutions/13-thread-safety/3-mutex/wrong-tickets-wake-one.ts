// Draws tickets, and wakes one thread. (It may be one whose number is not shown.)
// Fails: lets three threads in, one after another
// Says: Deadlock
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    const ticket = Atomics.add(this.#memory, this.#at, 1);
    for (let served = this.#served(); served !== ticket; served = this.#served())
      Atomics.wait(this.#memory, this.#at + 1, served);
  }

  unlock(): void {
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, this.#at + 1, 1);
  }

  #served(): number {
    return Atomics.load(this.#memory, this.#at + 1);
  }
}
