// Adds in a nextTick job: that runs after the handlers of the returned promise, which read an old total.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: A number is in total when the promise of add() fulfils
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    process.nextTick(() => {
      this.#total += n;
    });
  }
}
