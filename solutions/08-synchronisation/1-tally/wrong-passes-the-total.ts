// Passes the total in, so that the count may add to it. (Passed in before the wait, it is old after the wait.)
// Fails: calls count once, during the call, and does not wait for other counts
// Says: 'mill is called with an argument'
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await (count as (total: number) => Promise<number>)(this.#total);
    this.#total += n;
  }
}
