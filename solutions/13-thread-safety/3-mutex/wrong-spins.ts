// Asks again and again until it is free.
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
    while (Atomics.exchange(this.#memory, this.#at, 1) === 1);
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
  }
}
