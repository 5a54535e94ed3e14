// Keeps the numbers in a Map by function, to add nothing twice. (Two calls are two counts, also of one function.)
// Fails: adds once for each call, and each tally has its own total
// Says: Both tallies get the same function twice
type Io<T> = () => Promise<T>;

export class Tally {
  readonly #numbers = new Map<Io<number>, number>();

  get total() {
    return [...this.#numbers.values()].reduce((sum, n) => sum + n, 0);
  }

  async add(count: Io<number>) {
    this.#numbers.set(count, await count());
  }
}
