// Reserves an item for each call that it wakes. (It reserves a number, and a newcomer takes the first item.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: belongs to that call
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];
  #reserved = 0;

  put(item: T) {
    this.#items.push(item);
    const wake = this.#waiting.shift();
    if (!wake) return;
    this.#reserved++;
    wake();
  }

  async get() {
    if (this.#items.length <= this.#reserved) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      this.#reserved--;
    }
    return this.#items.shift() as T;
  }
}
