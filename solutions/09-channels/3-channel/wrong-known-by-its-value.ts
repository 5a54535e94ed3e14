// Finds the call of `send` in a Map by its value: the same value again takes its place.
// Fails: each value is taken once, whatever value it is
// Says: Each `send` is a value of its own
export class Channel<T> implements AsyncIterable<T> {
  readonly #values: T[] = [];
  readonly #taken = new Map<T, () => void>();
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) return next({ done: false, value });
    this.#values.push(value);
    await new Promise<void>((taken) => this.#taken.set(value, taken));
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        if (this.#values.length > 0) {
          const [value] = this.#values.splice(0, 1) as [T];
          this.#taken.get(value)?.();
          this.#taken.delete(value);
          return { done: false, value };
        }
        if (this.#isClosed) return { done: true, value: undefined };
        return new Promise((next) => this.#waiting.push(next));
      },
    };
  }
}
