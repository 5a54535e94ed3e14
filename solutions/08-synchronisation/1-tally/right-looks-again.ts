// Reads before the wait, and looks again afterwards: if the total has changed, it adds to the new one.
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const before = this.#total;
    const n = await count();
    const hasChanged = this.#total !== before;
    this.#total = (hasChanged ? this.#total : before) + n;
  }
}
