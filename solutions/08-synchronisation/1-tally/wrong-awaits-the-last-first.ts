// Starts its count, and awaits the call before it first. (Until then, a rejection of its own count has no handler.)
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: Did one wait for the other
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #last: Promise<unknown> = Promise.resolve();

  get total() {
    return this.#total;
  }

  add(count: Io<number>) {
    const before = this.#last;
    const adding = this.#add(before, count);
    this.#last = adding.catch(() => {});
    return adding;
  }

  async #add(before: Promise<unknown>, count: Io<number>) {
    const counting = count();
    await before;
    this.#total += await counting;
  }
}
