// Assumes that `on` of node:events keeps each error for a reader that is busy. (It drops one that is falsy.)
// Fails: yields what arrived before a failure, and then rejects
// Says: Does your code test the reason itself

import { EventEmitter, on } from 'node:events';

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const hub = new EventEmitter();
  const arrivals = on(hub, 'value', { close: ['end'] } as object);
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const open = new Set(iterators);
  if (open.size === 0) return;
  const drain = async (iterator: AsyncIterator<T>) => {
    try {
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) break;
        await new Promise<void>((next) => hub.emit('value', value, next));
      }
      open.delete(iterator);
      if (open.size === 0) hub.emit('end');
    } catch (error) {
      open.delete(iterator);
      if (hub.listenerCount('error') > 0) hub.emit('error', error);
    }
  };
  for (const iterator of iterators) void drain(iterator);
  let hasFailed = false;
  try {
    for await (const [value, next] of arrivals) {
      yield value;
      next();
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const closed = await Promise.allSettled([...open].map(async (iterator) => iterator.return?.()));
    const stuck = closed.find((one) => one.status === 'rejected');
    // biome-ignore lint/correctness/noUnsafeFinally: nothing has failed before
    if (stuck && !hasFailed) throw stuck.reason;
  }
}
