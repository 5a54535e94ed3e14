// `on` of node:events, and an AbortController for the end. (An abort rejects.)
// Fails: keeps the events that come while no next() is pending
// Fails: yields each event in its own millisecond while the reader waits for it
// Fails: listens from the call of fromEvents, before the first next()
// Fails: yields the first argument, whatever value it is
// Fails: is done after end, when the events that came before it have been read
// Fails: return() ends it, and each pending next() with it
// Fails: leaves none of its listeners once it is over, and all those of others
// Fails: is for itself in each call of fromEvents
// Says: AbortError
import { type EventEmitter, on } from 'node:events';

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const controller = new AbortController();
  const { signal } = controller;
  emitter.once(end, () => controller.abort());
  const lists = on(emitter, event, { signal });
  return {
    async next() {
      const { done, value } = await lists.next();
      return done ? { done, value: undefined } : { done: false, value: value[0] };
    },
    async return() {
      controller.abort();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
