// Makes a text of the total, as it is to be shown on a page. (Code that adds to it gets '57' for 5 and 7.)
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: It logged 'total: a string' at 0 ms; expected 'total: 0'
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): unknown {
    return `${this.#total}`;
  }

  async add(count: Io<number>) {
    const n = await count();
    this.#total += n;
  }
}
