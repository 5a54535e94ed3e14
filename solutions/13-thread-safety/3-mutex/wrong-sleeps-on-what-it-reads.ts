// Reads the number of releases after the try: it may be the number of the release that it has missed.
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: lets a thread that has to wait sleep until it is woken
// Fails: keeps two mutexes apart, wherever they are
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
      const releases = Atomics.load(this.#memory, this.#at + 1);
      Atomics.wait(this.#memory, this.#at + 1, releases);
    }
  }

  unlock(): void {
    Atomics.store(this.#memory, this.#at, 0);
    Atomics.add(this.#memory, this.#at + 1, 1);
    Atomics.notify(this.#memory, this.#at + 1, 1);
  }
}
