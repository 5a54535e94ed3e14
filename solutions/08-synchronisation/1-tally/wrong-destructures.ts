// Waits for the total and the number together: the total of the call goes through Promise.all.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: What did your code read before the wait, and use after it
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const [before, n] = await Promise.all([this.#total, count()]);
    this.#total = before + n;
  }
}
