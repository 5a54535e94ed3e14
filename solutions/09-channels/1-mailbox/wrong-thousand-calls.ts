// Lets a thousand calls wait, and no more.
// Fails: has room for any number of items, and of calls that wait
// Says: too many calls wait
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    if (this.#waiting.length === 1000) throw new RangeError('too many calls wait');
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
