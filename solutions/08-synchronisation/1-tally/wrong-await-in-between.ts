// Reads late, and then awaits between the read and the write: one microtask is enough for another number to be lost.
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: no await may come between the read of total and the write
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    const before = this.#total;
    const after = await Promise.resolve(before + n);
    this.#total = after;
  }
}
