// Rejects the values that wait when it is closed: Go panics there, and here they can still be taken.
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: does nothing with a second close
// Fails: has values and loops of its own, and is closed by itself
// Says: What was sent before the close
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void; refuse: (error: Error) => void }[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const next = this.#waiting.shift();
    if (next) return next({ done: false, value });
    await new Promise<void>((taken, refuse) => this.#sent.push({ value, taken, refuse }));
  }

  close() {
    this.#isClosed = true;
    for (const { refuse } of this.#sent.splice(0)) refuse(new Error('channel is closed'));
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
