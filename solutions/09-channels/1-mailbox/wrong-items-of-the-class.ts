// All mailboxes have the same items.
// Fails: takes any value for an item, also the same one again
// Fails: lets code that has got an item call put and get
// Fails: has room for any number of items, and of calls that wait
// Fails: has items and calls of its own
// Says: has its own items
export class Mailbox<T> {
  static readonly items: unknown[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else Mailbox.items.push(item);
  }

  async get(): Promise<T> {
    if (Mailbox.items.length > 0) return Mailbox.items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
