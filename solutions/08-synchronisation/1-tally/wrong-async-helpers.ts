// Reads and writes with async functions. (An await of a function that does not wait still lets other code run.)
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Fails: adds all other counts as before after a failure
// Fails: adds once for each call, and each tally has its own total
// Says: no await may come between the read of total and the write
type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    await this.#write((await this.#read()) + n);
  }

  async #read() {
    return this.total;
  }

  async #write(total: number) {
    this.total = total;
  }
}
