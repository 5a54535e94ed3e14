// Takes a value with a property `done` for the answer to `next`.
// Fails: each value is taken once, whatever value it is
// Says: Each `send` is a value of its own, whatever value it is.
type Sender<T> = { value: T; resolve: () => void };
type Loop<T> = (result: IteratorResult<T, undefined>) => void;
export class Channel<T> implements AsyncIterable<T> {
  #senders: Sender<T>[] = [];
  #loops: Loop<T>[] = [];
  #closed = false;

  async send(value: T): Promise<void> {
    if (this.#closed) throw new Error('channel is closed');
    const loop = this.#loops.shift();
    if (loop) {
      loop(this.#answer(value));
      return;
    }
    await new Promise<void>((resolve) => {
      this.#senders.push({ value, resolve });
    });
  }

  close(): void {
    this.#closed = true;
    for (const loop of this.#loops.splice(0)) loop({ done: true, value: undefined });
  }

  #answer(value: T): IteratorResult<T, undefined> {
    if (typeof value === 'object' && value && 'done' in value) return value as never;
    return { done: false, value };
  }

  #next(): Promise<IteratorResult<T, undefined>> {
    const sender = this.#senders.shift();
    if (sender) {
      sender.resolve();
      return Promise.resolve(this.#answer(sender.value));
    }
    if (this.#closed) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#loops.push(resolve);
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return { next: () => this.#next() };
  }
}
