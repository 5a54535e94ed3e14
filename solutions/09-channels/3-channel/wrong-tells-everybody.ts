// Emits each value: all loops that wait get it, and where no loop waits, it is lost.
// Fails: values are taken in the order in which they are sent, by the loop that has waited longest
// Fails: no value and no loop overtakes one that waits, in whatever microtask it comes
// Fails: close ends all loops that wait, and each one that comes later
// Fails: a value that was sent before close is still taken
// Fails: send rejects after close, and no loop gets its value
// Fails: a loop that is left takes no more and closes nothing
// Fails: has values and loops of its own, and is closed by itself
// Says: came out 2 times
import { EventEmitter } from 'node:events';

export class Channel<T> implements AsyncIterable<T> {
  readonly #emitter = new EventEmitter<{ next: [IteratorResult<T, undefined>]; ask: [] }>();
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    while (this.#emitter.listenerCount('next') === 0)
      await new Promise<void>((asked) => this.#emitter.once('ask', asked));
    this.#emitter.emit('next', { done: false, value });
  }

  close() {
    this.#isClosed = true;
    this.#emitter.emit('next', { done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: () =>
        new Promise<IteratorResult<T, undefined>>((resolve) => {
          if (this.#isClosed && this.#emitter.listenerCount('ask') === 0)
            return resolve({ done: true, value: undefined });
          this.#emitter.once('next', resolve);
          this.#emitter.emit('ask');
        }),
    };
  }
}
