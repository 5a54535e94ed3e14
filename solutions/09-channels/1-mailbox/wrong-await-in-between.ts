// Looks, and joins the line some microtasks later. (What is put in between is kept, and the call waits beside it.)
// Fails: hands each item out once, in whatever microtask put or get is called
// Fails: has items and calls of its own
// Fails: takes any value for an item, also the same one again
// Fails: has room for any number of items, and of calls that wait
// Says: join the line some microtasks later
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    const handOver = this.#waiting.shift();
    if (handOver) handOver(item);
    else this.#items.push(item);
  }

  async get() {
    if (await this.#isFull()) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }

  async #isFull() {
    return this.#items.length > 0;
  }
}
