// The second cell counts the threads that wait, so that unlock wakes one only if there is one.
export class Mutex {
  #memory: Int32Array;
  #at: number;

  constructor(memory: Int32Array, at: number) {
    this.#memory = memory;
    this.#at = at;
  }

  lock() {
    if (this.#isTaken()) return;
    Atomics.add(this.#memory, this.#at + 1, 1);
    while (!this.#isTaken()) Atomics.wait(this.#memory, this.#at, 1);
    Atomics.sub(this.#memory, this.#at + 1, 1);
  }

  unlock() {
    Atomics.store(this.#memory, this.#at, 0);
    // Each waiting thread has been counted before it looks for the last time.
    if (Atomics.load(this.#memory, this.#at + 1) > 0) Atomics.notify(this.#memory, this.#at, 1);
  }

  #isTaken(): boolean {
    return Atomics.exchange(this.#memory, this.#at, 1) === 0;
  }
}
