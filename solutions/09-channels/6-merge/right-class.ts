// An iterator written by hand, without a generator: its reader and its values meet in two lists.
type Result<T> = IteratorResult<T, undefined>;

class Merged<T> {
  readonly #sources: readonly AsyncIterable<T>[];
  #open: Set<AsyncIterator<T>> | undefined;
  #line: { iterator: AsyncIterator<T>; value?: T; failure?: { reason: unknown } }[] = [];
  #wake: (() => void) | undefined;
  /** The source of the last value: it is asked when the reader comes back. */
  #last: AsyncIterator<T> | undefined;
  #isOver = false;

  constructor(sources: readonly AsyncIterable<T>[]) {
    this.#sources = sources;
  }

  async next(): Promise<Result<T>> {
    if (this.#isOver) return { done: true, value: undefined };
    if (!this.#open) {
      this.#open = new Set(this.#sources.map((source) => source[Symbol.asyncIterator]()));
      for (const iterator of this.#open) this.#ask(iterator);
    }
    if (this.#last) this.#ask(this.#last);
    for (;;) {
      const first = this.#line.shift();
      if (first?.failure) {
        await this.#close().catch(() => {});
        throw first.failure.reason;
      }
      if (first) {
        this.#last = first.iterator;
        return { done: false, value: first.value as T };
      }
      if (this.#open.size === 0) return this.return();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<Result<T>> {
    await this.#close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #ask(iterator: AsyncIterator<T>) {
    const asked = new Promise<IteratorResult<T>>((resolve) => resolve(iterator.next()));
    asked
      .then(
        ({ done, value }) => {
          if (done) this.#open?.delete(iterator);
          else this.#line.push({ iterator, value });
        },
        (reason) => {
          this.#line.push({ iterator, failure: { reason } });
        },
      )
      .finally(() => this.#wake?.());
  }

  async #close() {
    this.#isOver = true;
    const closings = [...(this.#open ?? [])].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closings);
    await Promise.all(closings);
  }
}

export function merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  return new Merged(sources) as unknown as AsyncGenerator<T>;
}
