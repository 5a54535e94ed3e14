// What ends close together is added at once, with Promise.all: one failure fails all of them.
// Fails: adds all other counts as before after a failure
// Says: Each call settles as its own count does
type Io<T> = () => Promise<T>;

export class Tally {
  #total = 0;
  #ended: Promise<number>[] = [];
  #batch: Promise<void> | undefined;

  get total(): number {
    return this.#total;
  }

  async add(count: Io<number>): Promise<void> {
    const counting = (async () => count())();
    await counting.catch(() => {});
    this.#ended.push(counting);
    this.#batch ??= this.#addAll();
    await this.#batch;
  }

  async #addAll(): Promise<void> {
    await undefined;
    await undefined;
    const ended = this.#ended.splice(0);
    this.#batch = undefined;
    for (const n of await Promise.all(ended)) this.#total += n;
  }
}
