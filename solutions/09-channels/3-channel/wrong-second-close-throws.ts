// Throws when it is closed again, as a channel of Go panics.
// Fails: does nothing with a second close
// Fails: sets no timer
// Says: It rejected at 7 ms with: channel is closed
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
    if (this.#isClosed) throw new Error('channel is closed');
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
