// Each call looks again whenever something has changed, and goes on only if it is the first of its line.
export class Queue<T> {
  readonly #capacity: number;
  readonly #items: T[] = [];
  readonly #putting: symbol[] = [];
  readonly #getting: symbol[] = [];
  #tell = () => {};
  #change = this.#next();

  constructor(capacity: number) {
    if (!(capacity > 0) || (capacity !== Infinity && !Number.isInteger(capacity)))
      throw new RangeError(`no capacity: ${capacity}`);
    this.#capacity = capacity;
  }

  put(item: T, signal?: AbortSignal): Promise<void> {
    const may = () => this.#items.length < this.#capacity;
    return this.#inTurn(this.#putting, may, () => void this.#items.push(item), signal);
  }

  get(signal?: AbortSignal): Promise<T> {
    const may = () => this.#items.length > 0;
    return this.#inTurn(this.#getting, may, () => this.#items.shift() as T, signal);
  }

  async #inTurn<R>(line: symbol[], may: () => boolean, act: () => R, signal?: AbortSignal) {
    const me = Symbol('a call');
    const tell = () => this.#tellAll();
    line.push(me);
    signal?.addEventListener('abort', tell);
    try {
      for (;;) {
        signal?.throwIfAborted();
        if (line[0] === me && may()) return act();
        await this.#change;
      }
    } finally {
      signal?.removeEventListener('abort', tell);
      line.splice(line.indexOf(me), 1);
      tell();
    }
  }

  #next() {
    return new Promise<void>((resolve) => {
      this.#tell = resolve;
    });
  }

  #tellAll() {
    this.#tell();
    this.#change = this.#next();
  }
}
