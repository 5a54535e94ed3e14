// Both sides only stand in line. Who gets what is decided in a microtask, for all of them together.
export class Mailbox<T> {
  readonly #items: { item: T }[] = [];
  readonly #calls: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items.push({ item });
    queueMicrotask(() => this.#match());
  }

  get() {
    queueMicrotask(() => this.#match());
    return new Promise<T>((resolve) => this.#calls.push(resolve));
  }

  #match() {
    while (this.#items.length > 0 && this.#calls.length > 0) {
      const [it, handOver] = [this.#items.shift(), this.#calls.shift()];
      if (it) handOver?.(it.item);
    }
  }
}
