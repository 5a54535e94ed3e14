// Adds up in one expression, `sum + (await …)`, over the counts so far: it begins at the sum before the wait.
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: Did one wait for the other
type Io<T> = () => Promise<T>;

export class Tally {
  #sum: Promise<number> = Promise.resolve(0);
  total = 0;

  async add(count: Io<number>): Promise<void> {
    const counting = (async () => count())();
    const sum = this.#sum;
    this.#sum = counting.then(
      async (n) => (await sum) + n,
      () => sum,
    );
    await counting;
    this.total = await this.#sum;
  }
}
