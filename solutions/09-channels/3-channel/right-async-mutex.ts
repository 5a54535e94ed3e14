// A semaphore of async-mutex counts the values that wait. `cancel` wakes all loops that wait for one.
import { Semaphore } from 'async-mutex';

export class Channel<T> implements AsyncIterable<T> {
  readonly #sent: { value: T; taken: () => void }[] = [];
  readonly #count = new Semaphore(0);
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    return new Promise<void>((taken) => {
      this.#sent.push({ value, taken });
      this.#count.release();
    });
  }

  close() {
    this.#isClosed = true;
    this.#count.cancel();
  }

  async *[Symbol.asyncIterator]() {
    while (!this.#isClosed || this.#count.getValue() > 0) {
      // It rejects when it is cancelled: then no value is there.
      await this.#count.acquire().catch(() => undefined);
      for (const { value, taken } of this.#sent.splice(0, 1)) {
        taken();
        yield value;
      }
    }
  }
}
