// `Chan` of ts-chan. Its close would break the calls of `send` that wait, as in Go: so it waits for them.
import { Chan } from 'ts-chan';

export class Channel<T> implements AsyncIterable<T> {
  readonly #chan = new Chan<T>();
  #pending = 0;
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    this.#pending++;
    await this.#chan.send(value);
    this.#pending--;
    this.#closeWhenEmpty();
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#closeWhenEmpty();
  }

  [Symbol.asyncIterator]() {
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        const { done, value } = await this.#chan.recv();
        return done ? { done, value: undefined } : { done: false, value: value as T };
      },
    };
  }

  #closeWhenEmpty() {
    if (this.#isClosed && this.#pending === 0) this.#chan.close();
  }
}
