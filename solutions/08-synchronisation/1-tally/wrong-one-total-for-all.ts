// Keeps the total outside of the object: all tallies have one.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: A new tally begins at the number 0
type Io<T> = () => Promise<T>;

let total = 0;

export class Tally {
  get total() {
    return total;
  }

  async add(count: Io<number>) {
    const n = await count();
    total += n;
  }
}
