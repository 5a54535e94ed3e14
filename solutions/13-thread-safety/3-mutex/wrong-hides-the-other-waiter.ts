// Three states; a thread that was woken says that nobody else sleeps. (It cannot know that.)
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
    while (Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0) {
      if (Atomics.compareExchange(this.#memory, this.#at, 1, 2) !== 0)
        Atomics.wait(this.#memory, this.#at, 2);
    }
  }

  unlock(): void {
    if (Atomics.exchange(this.#memory, this.#at, 0) === 2)
      Atomics.notify(this.#memory, this.#at, 1);
  }
}
