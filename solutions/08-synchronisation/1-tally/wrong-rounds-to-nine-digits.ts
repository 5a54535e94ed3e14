// Rounds the sum to hide that 0.1 + 0.2 is no 0.3. (A small number is another one after that.)
// Fails: adds any number as it is
// Says: It logged 'total: 8.000000001' at 11 ms
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    this.#total = Math.round((this.#total + n) * 1e9) / 1e9;
  }
}
