// Go style: a pair of error and number, and the error is tested by truth. (A promise may reject with undefined.)
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Says: A promise may reject with any value
type Io<T> = () => Promise<T>;

async function attempt(count: Io<number>): Promise<[unknown, number]> {
  try {
    return [undefined, await count()];
  } catch (error) {
    return [error, 0];
  }
}

export class Tally {
  #total = 0;

  get total() {
    return this.#total;
  }

  async add(count: Io<number>) {
    const [error, n] = await attempt(count);
    if (error) throw error;
    this.#total += n;
  }
}
