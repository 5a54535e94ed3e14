// Adds up the list when the total is asked for the first time, and keeps the sum: later numbers are not in it.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: A number is in total when the promise of add() fulfils
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #counted: number[] = [];
  #sum: number | undefined;

  get total() {
    this.#sum ??= this.#counted.reduce((sum, n) => sum + n, 0);
    return this.#sum;
  }

  async add(count: Io<number>) {
    this.#counted.push(await count());
  }
}
