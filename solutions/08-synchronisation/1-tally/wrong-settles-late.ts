// Waits once more at the end, so that the number has certainly been added. (It has been: an addition takes effect in its line.)
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: A timer of 1 ms was set at 11 ms
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    this.#total += n;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
