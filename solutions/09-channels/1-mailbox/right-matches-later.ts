// Both sides only stand in line. Each of them looks in a microtask whether somebody stands in the other line.
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #calls: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    this.#match();
  }

  get() {
    this.#match();
    return new Promise<T>((resolve) => this.#calls.push(resolve));
  }

  async #match() {
    await undefined;
    if (this.#items.length === 0) return;
    const handOver = this.#calls.shift();
    if (handOver) handOver(this.#items.shift() as T);
  }
}
