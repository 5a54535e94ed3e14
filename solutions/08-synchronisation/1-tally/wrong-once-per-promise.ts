// Adds in one handler for each promise, to add nothing twice. (Two calls may get one promise.)
// Fails: adds once for each call, and each tally has its own total
// Says: and one promise twice
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  readonly #known = new Map<Promise<number>, Promise<void>>();

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const counting = count();
    const known = this.#known.get(counting);
    if (known) return known;
    const adding = counting.then((n) => {
      this.#total += n;
    });
    this.#known.set(counting, adding);
    return adding;
  }
}
