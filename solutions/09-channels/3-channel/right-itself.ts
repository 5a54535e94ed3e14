// The channel is its own iterator. Its `return` only answers.
export class Channel<T> implements AsyncIterableIterator<T> {
  #values: [value: T, taken: () => void][] = [];
  #loops: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isOpen = true;

  async send(value: T) {
    if (!this.#isOpen) throw new Error('channel is closed');
    const taken = new Promise<void>((resolve) => this.#values.push([value, resolve]));
    this.#match();
    return taken;
  }

  close() {
    this.#isOpen = false;
    this.#match();
  }

  next() {
    const result = new Promise<IteratorResult<T, undefined>>((resolve) =>
      this.#loops.push(resolve),
    );
    this.#match();
    return result;
  }

  async return() {
    return { done: true as const, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }

  #match() {
    while (this.#values.length > 0 && this.#loops.length > 0) {
      const [[value, taken]] = this.#values.splice(0, 1) as [[T, () => void]];
      taken();
      this.#loops.shift()?.({ done: false, value });
    }
    if (this.#isOpen) return;
    for (const end of this.#loops.splice(0)) end({ done: true, value: undefined });
  }
}
