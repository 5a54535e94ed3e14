// One async generator: it queues the calls of `next` by itself, so its code runs for one call at a time.
export class Mailbox<T> {
  #items: T[] = [];
  #ring = () => {};
  readonly #all = this.#each();

  put(item: T) {
    this.#items = [...this.#items, item];
    this.#ring();
  }

  async get() {
    const { value } = await this.#all.next();
    return (value as [T])[0];
  }

  async *#each() {
    for (;;) {
      while (this.#items.length === 0)
        await new Promise<void>((resolve) => {
          this.#ring = resolve;
        });
      const all = this.#items;
      this.#items = [];
      for (const item of all) yield [item] as [T];
    }
  }
}
