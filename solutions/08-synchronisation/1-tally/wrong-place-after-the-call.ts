// Takes the next place in the list, and fills it only after the call of the count. (A count that calls add() takes the same place.)
// Fails: adds once for each call, and each tally has its own total
// Says: The count of 5 has called add() itself
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #places: number[] = [];

  get total() {
    return this.#places.reduce((sum, n) => sum + n, 0);
  }

  async add(count: Io<number>) {
    const place = this.#places.length;
    const counting = count();
    this.#places[place] = 0;
    this.#places[place] = await counting;
  }
}
