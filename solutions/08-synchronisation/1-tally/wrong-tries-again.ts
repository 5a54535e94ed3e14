// Compares before it writes, as with threads: if the total has changed, it counts once more. (The number was good; only the total was old.)
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: 'cellar' was started 2 times, at 0 and 23 ms
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      const before = this.#total;
      const after = before + (await count());
      if (this.#total !== before) continue;
      this.#total = after;
      return;
    }
  }
}
