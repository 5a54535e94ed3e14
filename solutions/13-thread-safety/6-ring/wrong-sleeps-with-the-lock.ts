// Keeps the lock while it sleeps: the other thread cannot come in to wake it.
// Fails: loses, swaps and repeats no number between two threads
// Fails: works with one slot
// Fails: put sleeps while the ring is full, and take while it is empty
// Says: A in a wait for own2
export class Ring {
  private readonly memory: Int32Array;
  private readonly at: number;
  private readonly size: number;

  constructor(memory: Int32Array, at: number, size: number) {
    this.memory = memory;
    this.at = at;
    this.size = size;
  }

  put(value: number): void {
    this.#lock();
    const put = Atomics.load(this.memory, this.at + 1);
    for (let taken = Atomics.load(this.memory, this.at); ((put - taken) | 0) === this.size; ) {
      Atomics.wait(this.memory, this.at, taken);
      taken = Atomics.load(this.memory, this.at);
    }
    this.memory[this.#slotOf(put)] = value;
    Atomics.store(this.memory, this.at + 1, put + 1);
    Atomics.notify(this.memory, this.at + 1);
    this.#unlock();
  }

  take(): number {
    this.#lock();
    const taken = Atomics.load(this.memory, this.at);
    for (let put = Atomics.load(this.memory, this.at + 1); put === taken; ) {
      Atomics.wait(this.memory, this.at + 1, put);
      put = Atomics.load(this.memory, this.at + 1);
    }
    const value = this.memory[this.#slotOf(taken)] as number;
    Atomics.store(this.memory, this.at, taken + 1);
    Atomics.notify(this.memory, this.at);
    this.#unlock();
    return value;
  }

  #lock(): void {
    const lock = this.at + 2;
    while (Atomics.exchange(this.memory, lock, 1) === 1) Atomics.wait(this.memory, lock, 1);
  }

  #unlock(): void {
    Atomics.store(this.memory, this.at + 2, 0);
    Atomics.notify(this.memory, this.at + 2, 1);
  }

  #slotOf(count: number): number {
    let slots = 1;
    while (slots < this.size) slots *= 2;
    return this.at + 3 + (count & (slots - 1));
  }
}
