// Lets a microtask pass before a call that finds others in flight. (It calls its count after it has returned.)
// Fails: calls count once, during the call, and does not wait for other counts
// Says: but only after the call had
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #running = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    if (this.#running > 0) await undefined;
    this.#running++;
    try {
      const n = await count();
      this.#total += n;
    } finally {
      this.#running--;
    }
  }
}
