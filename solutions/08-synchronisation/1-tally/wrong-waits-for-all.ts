// Waits until all counts that were called so far have ended, and adds its number only afterwards.
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: Did one wait for the other
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  readonly #running = new Set<Promise<number>>();

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const counting = (async () => count())();
    this.#running.add(counting);
    await Promise.allSettled(this.#running);
    this.#running.delete(counting);
    this.#total += await counting;
  }
}
