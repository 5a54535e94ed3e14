// pMapIterable as it is: it asks for several items at the same time, and does not wait for calls that are running.
// Fails: asks for one item at a time, and for none before the first next()
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Fails: sets no timer
// Says: a source that is asked twice at the same time
import { pMapIterable } from 'p-map';

export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results = pMapIterable(source, async (item) => ({ value: await f(item) }), {
    concurrency: n,
  });
  for await (const { value } of results) yield value;
}
