// A place for each call: 0 until its count has fulfilled. The total adds up all places.
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #places: { n: number }[] = [];

  get total() {
    let sum = 0;
    for (const { n } of this.#places) sum += n;
    return sum;
  }

  async add(count: Io<number>) {
    const place = { n: 0 };
    this.#places.push(place);
    place.n = await count();
  }
}
