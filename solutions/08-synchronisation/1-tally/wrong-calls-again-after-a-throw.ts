// Calls a count once more when it throws. (That it throws says nothing about a second time.)
// Fails: calls count once, during the call, and does not wait for other counts
// Says: was logged 2 times; expected 1 time
type Io<T> = () => Promise<T>;

const start = (count: Io<number>) => {
  try {
    return count();
  } catch {
    return count();
  }
};

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await start(count);
    this.#total += n;
  }
}
