// Gives up after half a minute, though `send` waits as long as it must.
// Fails: send fulfils in the millisecond in which a loop takes the value, and not before
// Fails: a value that was sent before close is still taken
// Fails: sets no timer
// Says: It rejected at 30000 ms with: no reader
export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  send(value: T) {
    return new Promise<void>((taken, refuse) => {
      if (this.#isClosed) return refuse(new Error('channel is closed'));
      const next = this.#waiting.shift();
      if (next) return taken(next({ done: false, value }));
      const limit = setTimeout(() => refuse(new Error('no reader')), 30_000);
      this.#sent.push({
        value,
        taken: () => {
          clearTimeout(limit);
          taken();
        },
      });
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
