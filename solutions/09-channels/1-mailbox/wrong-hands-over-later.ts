// Hands items over in a microtask. (In between, the item and the call are both there, and a newcomer takes the item.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Says: a newcomer may have taken the item
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    queueMicrotask(() => {
      while (this.#items.length > 0 && this.#waiting.length > 0)
        this.#waiting.shift()?.(this.#items.shift() as T);
    });
  }

  async get() {
    if (this.#items.length > 0) return this.#items.shift() as T;
    return new Promise<T>((resolve) => this.#waiting.push(resolve));
  }
}
