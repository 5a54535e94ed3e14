// Begins each call with the total of that moment, in a constant of its own, and takes the larger one at the end.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: It logged 'total: 7' at 23 ms; expected 'total: 8'
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const base = this.#total;
    const n = await count();
    this.#total = Math.max(this.#total, base + n);
  }
}
