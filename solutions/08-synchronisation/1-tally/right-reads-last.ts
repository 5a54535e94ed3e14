// `+` reads its left side first. Here the wait is on the left, so the total is read after it.
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    this.#total = (await count()) + this.#total;
  }
}
