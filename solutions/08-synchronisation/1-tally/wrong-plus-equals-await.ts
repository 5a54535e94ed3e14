// Assumes that \`+=\` reads the total when it adds. (It reads the total first, then waits, then writes.)
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: `total += await …` reads total first, then waits, then writes
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    this.#total += await count();
  }
}
