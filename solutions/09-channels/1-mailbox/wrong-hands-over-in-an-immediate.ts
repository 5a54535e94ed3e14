// Hands the item over in the next event-loop iteration, so that the caller of `put` can go on first.
// Fails: sets no timer
// Says: no timer is needed
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) setImmediate(handOver, item);
    else this.#items.push(item);
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
