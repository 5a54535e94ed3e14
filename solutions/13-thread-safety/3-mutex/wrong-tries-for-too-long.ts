// Tries a million times before it sleeps.
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Says: expected: it sleeps
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    for (let tries = 1; Atomics.compareExchange(this.#memory, this.#at, 0, 1) !== 0; tries++)
      if (tries % 1_000_000 === 0) Atomics.wait(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.notify(this.#memory, this.#at, 1);
  }
}
