// Three states, and unlock counts down: from the third one, it needs one more step.
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  lock() {
    const { memory, at } = this;
    let state = Atomics.compareExchange(memory, at, 0, 1);
    while (state !== 0) {
      if (state === 2 || Atomics.compareExchange(memory, at, 1, 2) !== 0)
        Atomics.wait(memory, at, 2);
      state = Atomics.compareExchange(memory, at, 0, 2);
    }
  }

  unlock() {
    const { memory, at } = this;
    if (Atomics.sub(memory, at, 1) === 1) return;
    Atomics.store(memory, at, 0);
    Atomics.notify(memory, at, 1);
  }
}
