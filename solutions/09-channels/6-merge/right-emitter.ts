// Sources emit what arrives, and events.on() keeps it in its line until the reader takes it.
import { EventEmitter, on } from 'node:events';

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  if (sources.length === 0) return;
  const emitter = new EventEmitter();
  const arrivals = on(emitter, 'arrival');
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const ask = async (iterator: AsyncIterator<T>) => {
    try {
      const result = await iterator.next();
      emitter.emit('arrival', { iterator, result });
    } catch (reason) {
      emitter.emit('arrival', { iterator, failure: { reason } });
    }
  };
  let hasFailed = false;
  try {
    for (const iterator of iterators) ask(iterator);
    let ends = 0;
    for await (const [{ iterator, result, failure }] of arrivals) {
      if (failure) {
        hasFailed = true;
        throw failure.reason;
      }
      if (!result.done) {
        yield result.value;
        ask(iterator);
      } else if (++ends === iterators.length) return;
    }
  } finally {
    // One that has ended has nothing to close.
    const closings = iterators.map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closings);
    if (!hasFailed) await Promise.all(closings);
  }
}
