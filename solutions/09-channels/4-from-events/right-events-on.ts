// `on` of node:events ends at an event of `close`. Each of its lists is opened by hand.
import { type EventEmitter, on } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const lists = on(emitter, event, { close: [end] });
  return {
    async next() {
      const { done, value } = await lists.next();
      return done ? { done, value: undefined } : { done: false, value: value[0] };
    },
    async return() {
      await lists.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
