// Takes the value that was sent last: `pop` instead of `shift`.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: each value is taken once, whatever value it is
// Fails: a value that was sent before close is still taken
// Fails: does nothing with a second close
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: The value that was sent first is taken first
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
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return { next: () => this.#take() };
  }

  async #take(): Promise<IteratorResult<T, undefined>> {
    const first = this.#sent.pop();
    first?.taken();
    if (first) return { done: false, value: first.value };
    if (this.#isClosed) return { done: true, value: undefined };
    return new Promise((next) => this.#waiting.push(next));
  }
}
