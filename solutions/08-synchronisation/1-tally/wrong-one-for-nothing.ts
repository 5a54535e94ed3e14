// Takes 0 for a missing number, and counts 1 for it.
// Fails: adds any number as it is
// Says: A number is added as it is
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    this.#total += n || 1;
  }
}
