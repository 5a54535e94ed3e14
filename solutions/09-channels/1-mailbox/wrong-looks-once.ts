// Wakes the first one in line, which takes what is there, without a look.
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Says: belongs to that call
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    this.#waiting.shift()?.();
  }

  async get() {
    if (this.#items.length === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#items.shift() as T;
  }
}
