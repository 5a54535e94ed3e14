// A lock around the write, for which it looks each ms. (Two counts of one ms: the second one is a ms late.)
// Fails: loses no number, in whatever order and however close together the counts fulfil
// Says: It took 18 ms; expected 17 ms
type Io<T> = () => Promise<T>;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class Tally {
  #total = 0;
  #isLocked = false;

  get total(): number {
    return this.#total;
  }

  async #read(): Promise<number> {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    while (this.#isLocked) await sleep(1);
    this.#isLocked = true;
    const now = await this.#read();
    this.#total = now + n;
    this.#isLocked = false;
  }
}
