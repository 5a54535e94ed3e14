// The n-th call of `get` awaits the n-th `put`. Either of them makes the promise that both need.
interface Slot<T> {
  promise: Promise<T>;
  fulfil(item: T): void;
}

export class Mailbox<T> {
  readonly #slots = new Map<number, Slot<T>>();
  #puts = 0;
  #gets = 0;

  put(item: T) {
    this.#slot(this.#puts++).fulfil(item);
  }

  get() {
    const number = this.#gets++;
    const { promise } = this.#slot(number);
    promise.then(() => this.#slots.delete(number));
    return promise;
  }

  #slot(number: number) {
    const there = this.#slots.get(number);
    if (there) return there;
    let fulfil: (item: T) => void = () => {};
    const promise = new Promise<T>((resolve) => (fulfil = resolve));
    const slot = { promise, fulfil };
    this.#slots.set(number, slot);
    return slot;
  }
}
