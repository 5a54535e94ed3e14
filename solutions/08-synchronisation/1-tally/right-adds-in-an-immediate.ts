// Adds in an immediate, and waits for it: that is still the same millisecond.
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const n = await count();
    await new Promise<void>((resolve) => {
      setImmediate(() => {
        this.#total += n;
        resolve();
      });
    });
  }
}
