// The n-th value and the n-th question of a loop have a place with the number n, where they meet.
class Place<T> {
  readonly sent: Promise<IteratorResult<T, undefined>>;
  readonly taken: Promise<void>;
  put: (result: IteratorResult<T, undefined>) => void = () => {};
  take: () => void = () => {};

  constructor() {
    this.sent = new Promise((resolve) => {
      this.put = resolve;
    });
    this.taken = new Promise((resolve) => {
      this.take = resolve;
    });
  }
}

export class Channel<T> implements AsyncIterable<T> {
  readonly #places = new Map<number, Place<T>>();
  #sends = 0;
  #asks = 0;
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const place = this.#place(this.#sends++);
    place.put({ done: false, value });
    await place.taken;
  }

  close() {
    this.#isClosed = true;
    for (let n = this.#sends; n < this.#asks; n++)
      this.#place(n).put({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return { next: () => this.#ask(this.#asks++) };
  }

  async #ask(n: number): Promise<IteratorResult<T, undefined>> {
    if (this.#isClosed && n >= this.#sends) return { done: true, value: undefined };
    const place = this.#place(n);
    place.take();
    return place.sent.finally(() => this.#places.delete(n));
  }

  #place(n: number) {
    const place = this.#places.get(n) ?? new Place<T>();
    this.#places.set(n, place);
    return place;
  }
}
