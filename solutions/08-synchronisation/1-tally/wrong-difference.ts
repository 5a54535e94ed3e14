// Adds before the wait, and corrects afterwards: a guess of 1 is in the total while the count is running.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: as soon as its count has fulfilled, and not earlier
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    this.#total += 1;
    const n = await count();
    this.#total += n - 1;
  }
}
