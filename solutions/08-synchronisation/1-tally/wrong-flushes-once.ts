// Adds what has come in one microtask, for all of a moment together; the flag that it is planned is never taken back.
// Fails: adds the number of a count to total when that count fulfils
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds any number as it is
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: A number is in total when the promise of add() fulfils, and the next one is added to it
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #isPlanned = false;
  readonly #counted: number[] = [];

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    this.#counted.push(await count());
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      for (const n of this.#counted.splice(0)) this.#total += n;
    });
  }
}
