// A condition variable: each `put` wakes all that wait, and those that find nothing go to the end of the line.
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Says: a newcomer may have taken the item
export class Mailbox<T> {
  readonly #items: T[] = [];
  #waiting: (() => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async get() {
    while (this.#items.length === 0)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#items.shift() as T;
  }
}
