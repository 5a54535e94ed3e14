// Ignores AbortErrors, because being stopped is no failure. (It is for the caller, who gets no number.)
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Says: When 'mill' rejects with AbortError('stopped by its own')
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
    } catch (e) {
      if ((e as Error)?.name !== 'AbortError') throw e;
    }
  }
}
