// An emitter tells each place in the line when it is its turn: `once` waits for that.
import { EventEmitter, once } from 'node:events';

export class Channel<T> implements AsyncIterable<T> {
  readonly #values: { value: T; bell: EventEmitter }[] = [];
  readonly #loops: EventEmitter[] = [];
  #isClosed = false;

  async send(value: T) {
    if (this.#isClosed) throw new Error('channel is closed');
    const loop = this.#loops.shift();
    if (loop) {
      loop.emit('next', { done: false, value });
      return;
    }
    const bell = new EventEmitter();
    this.#values.push({ value, bell });
    await once(bell, 'taken');
  }

  close() {
    this.#isClosed = true;
    for (const loop of this.#loops.splice(0)) loop.emit('next', { done: true, value: undefined });
  }

  [Symbol.asyncIterator]() {
    return {
      next: async (): Promise<IteratorResult<T, undefined>> => {
        const first = this.#values.shift();
        if (first) {
          first.bell.emit('taken');
          return { done: false, value: first.value };
        }
        if (this.#isClosed) return { done: true, value: undefined };
        const bell = new EventEmitter();
        this.#loops.push(bell);
        const [result] = await once(bell, 'next');
        return result;
      },
    };
  }
}
