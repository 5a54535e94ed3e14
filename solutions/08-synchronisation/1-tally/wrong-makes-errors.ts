// Makes an Error of the reason: another object than that of the count.
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: That is another error: pass on the one that you got
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
      throw new Error(`not counted: ${String(error)}`);
    }
  }
}
