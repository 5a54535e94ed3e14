// Adds the item with `concat`. (That takes a list apart.)
// Fails: takes any value for an item, also the same one again
// Says: Any value is an item
export class Mailbox<T> {
  #items: T[] = [];
  #waiting: ((item: T) => void)[] = [];

  put(item: T) {
    this.#items = this.#items.concat(item);
    this.#serve();
  }

  get() {
    return new Promise<T>((resolve) => {
      this.#waiting = this.#waiting.concat(resolve);
      this.#serve();
    });
  }

  #serve() {
    if (this.#items.length === 0 || this.#waiting.length === 0) return;
    const [item, ...items] = this.#items;
    const [handOver, ...waiting] = this.#waiting;
    this.#items = items;
    this.#waiting = waiting;
    handOver?.(item as T);
  }
}
