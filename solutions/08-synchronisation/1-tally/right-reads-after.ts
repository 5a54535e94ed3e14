// Waits first; then reads the total, adds, and writes, with no await in between.
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const counted = await count();
    const before = this.#total;
    this.#total = before + counted;
  }
}
