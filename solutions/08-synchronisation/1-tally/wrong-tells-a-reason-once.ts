// Rejects once with each reason, and swallows it after that. (Each caller waits for its own count.)
// Fails: adds all other counts as before after a failure
// Says: rejected: 1
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #told = new Set<unknown>();

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    try {
      const n = await count();
      this.#total += n;
    } catch (error) {
      if (this.#told.has(error)) return;
      this.#told.add(error);
      throw error;
    }
  }
}
