// Adds 1 to take it, and takes that back if another thread has it. (Two that try keep each other out.)
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
// Says: goes on and on
export class Mutex {
  readonly #memory: Int32Array;
  readonly #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock(): void {
    while (Atomics.add(this.#memory, this.#at, 1) !== 0) Atomics.sub(this.#memory, this.#at, 1);
  }

  unlock(): void {
    Atomics.sub(this.#memory, this.#at, 1);
  }
}
