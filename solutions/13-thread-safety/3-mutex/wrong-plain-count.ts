// Counts the waiting threads plainly, as only waiting threads change that.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: has no data race
// Says: No thread has called notify
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    if (this.#isTaken()) return;
    this.#count(1);
    while (!this.#isTaken()) Atomics.wait(this.#memory, this.#at, 1);
    this.#count(-1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    if (this.#memory[this.#at + 1]) Atomics.notify(this.#memory, this.#at, 1);
  }

  #isTaken(): boolean {
    return Atomics.exchange(this.#memory, this.#at, 1) === 0;
  }

  #count(more: number): void {
    this.#memory[this.#at + 1] = (this.#memory[this.#at + 1] as number) + more;
  }
}
