// Adds only numbers above 0. (A count may say that sacks were taken away.)
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
    if (n > 0) this.#total += n;
  }
}
