// A call that waits ignores an item that another one has had.
// Fails: takes any value for an item, also the same one again
// Says: The same value may be put in several times.
export class Mailbox<T> {
  #items: T[] = [];
  #known = new Set<T>();
  #calls: ((item: T) => void)[] = [];

  put(item: T): void {
    const call = this.#calls.shift();
    if (call) call(item);
    else this.#items.push(item);
  }

  async get(): Promise<T> {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => {
      this.#calls.push((item) => {
        if (!this.#known.has(item)) resolve(item);
        this.#known.add(item);
      });
    });
  }
}
