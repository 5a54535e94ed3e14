// Counts how often each value is there, and so hands out equal ones one after another.
// Fails: takes any value for an item, also the same one again
// Says: The same value may be put in several times.
export class Mailbox<T> {
  #items = new Map<T, number>();
  #calls: ((item: T) => void)[] = [];

  put(item: T): void {
    const call = this.#calls.shift();
    if (call) call(item);
    else this.#items.set(item, (this.#items.get(item) ?? 0) + 1);
  }

  async get(): Promise<T> {
    for (const [item, count] of this.#items) {
      if (count > 1) this.#items.set(item, count - 1);
      else this.#items.delete(item);
      return item;
    }
    return new Promise<T>((resolve) => this.#calls.push(resolve));
  }
}
