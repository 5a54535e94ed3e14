// Gives other code a moment before it calls the count.
// Fails: calls count once, during the call, and does not wait for other counts
// Says: only after the call had returned
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    await undefined;
    const n = await count();
    this.#total += n;
  }
}
