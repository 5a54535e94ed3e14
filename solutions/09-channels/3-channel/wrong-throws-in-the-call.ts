// Throws in the call of `send`, where the caller expects a promise.
// Fails: send rejects after close, and no loop gets its value
// Says: has thrown in the call
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  send(value: T): Promise<void> {
    if (this.#isClosed) throw new Error('channel is closed');
    return new Promise((taken) => {
      const next = this.#waiting.shift();
      if (next) taken(next({ done: false, value }));
      else this.#sent.push({ value, taken });
    });
  }

  close() {
    this.#isClosed = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return { next: () => this.#take() };
  }

  async #take(): Promise<IteratorResult<T, undefined>> {
    const first = this.#sent.shift();
    first?.taken();
    if (first) return { done: false, value: first.value };
    if (this.#isClosed) return { done: true, value: undefined };
    return new Promise((next) => this.#waiting.push(next));
  }
}
