// Asks `if (value)` whether a value waits: 0 and the empty text are taken for an empty channel.
// Fails: each value is taken once, whatever value it is
// Says: whatever value it is
export class Channel<T> implements AsyncIterable<T> {
  readonly #values: T[] = [];
  readonly #taken: (() => void)[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) return next({ done: false, value });
    this.#values.push(value);
    await new Promise<void>((taken) => this.#taken.push(taken));
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        const value = this.#values.shift();
        if (value) {
          this.#taken.shift()?.();
          return { done: false, value };
        }
        if (this.#isClosed) return { done: true, value: undefined };
        return new Promise((next) => this.#waiting.push(next));
      },
    };
  }
}
