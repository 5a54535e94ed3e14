// A list of the file holds the numbers. (Each thread has a list of its own.)
// Fails: loses, swaps and repeats no number between two threads
// Fails: works with one slot
// Fails: works on when the counts pass the greatest number
// Fails: the counts are right after each step
// Fails: put sleeps while the ring is full, and take while it is empty
// Says: B has taken undefined
const numbers: number[] = [];

export class Ring {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  put(value: number): void {
    numbers.push(value);
    Atomics.add(this.memory, this.at + 1, 1);
    Atomics.notify(this.memory, this.at + 1);
  }

  take(): number {
    const taken = Atomics.load(this.memory, this.at);
    while (Atomics.load(this.memory, this.at + 1) === taken)
      Atomics.wait(this.memory, this.at + 1, taken);
    Atomics.add(this.memory, this.at, 1);
    return numbers.shift() as number;
  }
}
