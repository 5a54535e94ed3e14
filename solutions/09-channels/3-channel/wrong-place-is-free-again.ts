// One place for a value that is sent. When it is empty, those who wait are woken, and a newcomer is faster.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Says: nobody got it
export class Channel<T> implements AsyncIterable<T> {
  #place: { value: T; taken: () => void } | undefined;
  readonly #senders: (() => void)[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    while (this.#place) await new Promise<void>((wake) => this.#senders.push(wake));
    const next = this.#waiting.shift();
    if (next) return next({ done: false, value });
    await new Promise<void>((taken) => {
      this.#place = { value, taken };
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
    const place = this.#place;
    if (place) {
      this.#place = undefined;
      place.taken();
      this.#senders.shift()?.();
      return { done: false, value: place.value };
    }
    if (this.#isClosed && this.#senders.length === 0) return { done: true, value: undefined };
    return new Promise((next) => this.#waiting.push(next));
  }
}
