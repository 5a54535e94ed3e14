// Remembers what a function has counted. (It may count something else the next time.)
// Fails: adds once for each call, and each tally has its own total
// Says: 'mill' was started 4 times
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #known = new Map<Io<number>, number>();

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = this.#known.get(count) ?? (await count());
    this.#known.set(count, n);
    this.#total += n;
  }
}
