// Does not wait for the count: add() has returned before there is a number.
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: Await the work that you start
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    count().then(
      (n) => {
        this.#total += n;
      },
      () => {},
    );
  }
}
