// With an EventEmitter and `events.on`, which keeps the events until the reader asks.
import { EventEmitter, on } from 'node:events';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const arrivals = new EventEmitter();
  const events = on(arrivals, 'arrival') as AsyncIterableIterator<[() => T]>;
  let left = 0;
  for (const promise of promises) {
    left++;
    promise.then(
      (value) => arrivals.emit('arrival', () => value),
      (failure) =>
        arrivals.emit('arrival', () => {
          throw failure;
        }),
    );
  }
  if (left === 0) return;
  for await (const [open] of events) {
    yield open();
    if (--left === 0) return;
  }
}
