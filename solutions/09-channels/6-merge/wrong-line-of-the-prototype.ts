// Keeps the line on the prototype, so the newest call has the line of all.
// Fails: merges the sources of each call by itself
// Says: Each call has its own sources, and each iterator is a source.
class Merged<T> implements AsyncIterableIterator<T> {
  declare line: { iterator: AsyncIterator<T>; take: () => T }[];
  readonly #sources: readonly AsyncIterable<T>[];
  #open: Set<AsyncIterator<T>> | undefined;
  #last: AsyncIterator<T> | undefined;
  #wake = () => {};

  constructor(sources: readonly AsyncIterable<T>[]) {
    this.#sources = sources;
    Merged.prototype.line = [];
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  async #ask(iterator: AsyncIterator<T>) {
    try {
      const { done, value } = await iterator.next();
      if (done) this.#open?.delete(iterator);
      else this.line.push({ iterator, take: () => value });
    } catch (error) {
      this.#open?.delete(iterator);
      this.line.push({
        iterator,
        take: () => {
          throw error;
        },
      });
    }
    this.#wake();
  }

  async next(): Promise<IteratorResult<T>> {
    if (!this.#open) {
      this.#open = new Set(this.#sources.map((source) => source[Symbol.asyncIterator]()));
      for (const iterator of this.#open) void this.#ask(iterator);
    }
    if (this.#last) void this.#ask(this.#last);
    this.#last = undefined;
    while (this.line.length === 0 && this.#open.size > 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const arrival = this.line.shift();
    if (!arrival) return { done: true, value: undefined };
    try {
      const value = arrival.take();
      this.#last = arrival.iterator;
      return { done: false, value };
    } catch (error) {
      await Promise.allSettled(this.#close());
      throw error;
    }
  }

  #close() {
    const open = [...(this.#open ?? [])];
    this.#open = new Set();
    return open.map(async (iterator) => iterator.return?.());
  }

  async return(): Promise<IteratorResult<T>> {
    const closing = this.#close();
    await Promise.allSettled(closing);
    await Promise.all(closing);
    return { done: true, value: undefined };
  }
}

export const merge = <T>(...sources: AsyncIterable<T>[]) => new Merged(sources);
