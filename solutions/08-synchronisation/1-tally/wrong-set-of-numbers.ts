// Keeps the numbers in a Set. (Two counts may have the same number.)
// Fails: adds once for each call, and each tally has its own total
// Says: Both tallies get the same function twice
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #numbers = new Set<number>();

  get total() {
    return [...this.#numbers].reduce((sum, n) => sum + n, 0);
  }

  async add(count: Io<number>) {
    this.#numbers.add(await count());
  }
}
