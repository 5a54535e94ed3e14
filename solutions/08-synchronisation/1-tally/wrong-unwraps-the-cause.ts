// Rejects with the cause of an error. (The caller looks for the error itself.)
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Says: When 'mill' rejects with Error('no answer', { cause: Error('the line is cut') })
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
      throw (error as Error | undefined)?.cause ?? error;
    }
  }
}
