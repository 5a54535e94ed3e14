// Waits for a minute at most. (The timer stays when the item has come.)
// Fails: hands an item to the call that waits longest, in the ms of the put
// Fails: sets no timer
// Says: It rejected at 60000 ms
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
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(resolve);
      setTimeout(() => reject(new Error('no item has come')), 60_000);
    });
  }
}
