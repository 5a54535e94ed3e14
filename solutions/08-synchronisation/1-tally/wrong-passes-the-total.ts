// Passes the total in, so that the count may add to it. (Passed in before the wait, it is old after the wait.)
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: adds the number of a count to total when that count fulfils
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: 'count is called with an argument'
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
