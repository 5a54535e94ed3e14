// Adds in a branch of its own, and returns the promise of the count. (The rejection goes through the branch, too, and has no handler there.)
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: that promise is handled, but another one is not
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total() {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const counting = count();
    counting.then((n) => {
      this.#total += n;
    });
    await counting;
  }
}
