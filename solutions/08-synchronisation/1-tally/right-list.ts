// Keeps the numbers in a list. The total is their sum, made when it is asked for.
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #counted: number[] = [];

  get total() {
    return this.#counted.reduce((sum, n) => sum + n, 0);
  }

  async add(count: Io<number>) {
    this.#counted.push(await count());
  }
}
