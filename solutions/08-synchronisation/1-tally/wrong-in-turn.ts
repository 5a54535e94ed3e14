// Puts a lock around everything, so that nothing can be lost. (The counts wait for each other, too.)
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: 'van' was started at 31 ms, just when 'mill' had ended
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #last: Promise<void> = Promise.resolve();

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const added = this.#last.then(async () => {
      this.#total += await count();
    });
    this.#last = added.catch(() => {});
    await added;
  }
}
