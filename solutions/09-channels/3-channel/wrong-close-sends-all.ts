// Lets the calls of `send` that wait fulfil when it is closed, though no loop has their values yet.
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: has values and loops of its own, and is closed by itself
// Says: 'send a' fulfilled at 7 ms
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) return next({ done: false, value });
    await new Promise<void>((taken) => this.#sent.push({ value, taken }));
  }

  close() {
    this.#isClosed = true;
    for (const { taken } of this.#sent) taken();
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
