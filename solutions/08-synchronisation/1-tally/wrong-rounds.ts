// Rounds the total to two digits, as for money. (Other numbers have more digits.)
// Fails: adds any number as it is
// Says: It logged 'total: 8.06' at 11 ms; expected 'total: 8.0625'
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    this.#total = Math.round((this.#total + n) * 100) / 100;
  }
}
