// Refuses to add while another call is adding: a flag in the place of a lock. (No two additions overlap, but the counts do.)
// Fails: calls count once, during the call, and does not wait for other counts
// Fails: fulfils at the moment at which count fulfils
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: 'van' was never started; expected at 0 ms
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #isAdding = false;

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    if (this.#isAdding) return;
    this.#isAdding = true;
    try {
      this.#total += await count();
    } finally {
      this.#isAdding = false;
    }
  }
}
