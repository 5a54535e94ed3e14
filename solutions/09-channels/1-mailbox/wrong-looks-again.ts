// Wakes the first one in line, which looks again and waits again if nothing is there. (A newcomer looks first.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: hands each item out once, in whatever microtask put or get is called
// Says: A call that is only woken looks when its code goes on
export class Mailbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];

  put(item: T) {
    this.#items.push(item);
    this.#waiting.shift()?.();
  }

  async get() {
    while (this.#items.length === 0)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#items.shift() as T;
  }
}
