// The first cell says whether it is held. The second one counts the releases, and threads sleep on it.
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    for (;;) {
      // Read before the try: if there is a release after it, the number is another one, and there is no sleep.
      const releases = Atomics.load(this.#memory, this.#at + 1);
      if (Atomics.compareExchange(this.#memory, this.#at, 0, 1) === 0) return;
      Atomics.wait(this.#memory, this.#at + 1, releases);
    }
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, this.#at + 1, 1);
  }
}
