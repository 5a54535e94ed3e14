// One line for all mailboxes.
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: sets no timer
// Says: has its own items and its own line
const waiting: ((item: unknown) => void)[] = [];

export class Mailbox<T> {
  readonly #items: T[] = [];

  put(item: T) {
    const handOver = waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => waiting.push(resolve as (item: unknown) => void));
  }
}
