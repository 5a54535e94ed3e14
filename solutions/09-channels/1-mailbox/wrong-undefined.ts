// Takes `undefined` and `null` for “nothing is there”.
// Fails: takes any value for an item, also the same one again
// Says: told by how many items there are
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    this.#serve();
  }

  get() {
    return new Promise<T>((resolve) => {
      this.#waiting.push(resolve);
      this.#serve();
    });
  }

  #serve() {
    if (this.#waiting.length === 0) return;
    const item = this.#items.shift() ?? undefined;
    if (item !== undefined) this.#waiting.shift()?.(item);
  }
}
