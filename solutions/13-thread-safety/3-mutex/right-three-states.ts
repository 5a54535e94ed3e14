// Three states: free, held, and held while others may sleep. Without company, nobody is notified.
const [FREE, HELD, HELD_AND_WANTED] = [0, 1, 2];

export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    if (Atomics.compareExchange(this.#memory, this.#at, FREE, HELD) === FREE) return;
    // A thread that was woken does not know whether others sleep, so it says that they may.
    while (Atomics.exchange(this.#memory, this.#at, HELD_AND_WANTED) !== FREE)
      Atomics.wait(this.#memory, this.#at, HELD_AND_WANTED);
  }

  unlock(): void {
    if (Atomics.exchange(this.#memory, this.#at, FREE) === HELD_AND_WANTED)
      Atomics.notify(this.#memory, this.#at, 1);
  }
}
