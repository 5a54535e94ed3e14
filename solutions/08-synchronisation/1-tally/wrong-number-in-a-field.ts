// Keeps the number in a field of the object, and awaits once more before it adds: another call has written its number there.
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds all other counts as before after a failure
// Says: It fulfilled with { total: 4 } at 17 ms; expected { total: 3 }
type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;
  #counted = 0;

  async add(count: Io<number>): Promise<void> {
    this.#counted = await count();
    await this.#check();
    this.total += this.#counted;
  }

  async #check() {
    if (typeof this.#counted !== 'number') throw new TypeError('no number');
  }
}
