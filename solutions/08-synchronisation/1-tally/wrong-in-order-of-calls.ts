// Starts all counts immediately, and adds them in the order of the calls: a slow one keeps back those after it.
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds all other counts as before after a failure
// Says: Did one wait for the other
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #last: Promise<void> = Promise.resolve();

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const counting = count();
    const added = this.#add(this.#last, counting);
    this.#last = added.catch(() => {});
    await added;
  }

  async #add(last: Promise<void>, counting: Promise<number>) {
    await Promise.allSettled([last, counting]);
    this.#total += await counting;
  }
}
