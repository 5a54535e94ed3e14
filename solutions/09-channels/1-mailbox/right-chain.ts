// Each call waits until the one before has its item. So only one call at a time waits for a `put`.
export class Mailbox<T> {
  #items: T[] = [];
  #before: Promise<unknown> = Promise.resolve();
  #ring = () => {};

  put(item: T) {
    this.#items.push(item);
    this.#ring();
  }

  get() {
    const getting = this.#before.then(() => this.#take());
    this.#before = getting;
    return getting;
  }

  async #take() {
    if (this.#items.length === 0) await new Promise<void>((resolve) => (this.#ring = resolve));
    return this.#items.shift() as T;
  }
}
