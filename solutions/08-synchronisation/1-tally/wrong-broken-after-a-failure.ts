// Keeps a failure, and every later call rejects with it.
// Fails: adds all other counts as before after a failure
// Says: The failure belongs to one call only
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    try {
      const n = await count();
      this.#total += n;
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  #failure: { error: unknown } | undefined;

  reset() {
    this.#failure = undefined;
  }
}
