// Assumes that map() of a stream starts a call as soon as another one has ended. (It gives results in order, and a slow
// first call keeps the places of those behind it.)
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: asks for an item only when there is room for its call
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: As soon as one of n calls has ended, whichever it is, there is room for the next
import { Readable } from 'node:stream';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  async function* wrapped() {
    for await (const item of items) yield { item };
  }
  let failure: { reason: unknown } | undefined;
  const stream = Readable.from(wrapped()).map(
    async ({ item }: { item: T }) => {
      try {
        return { result: await f(item) };
      } catch (reason) {
        failure ??= { reason };
        throw new Error('stopped');
      }
    },
    { concurrency: Math.min(n, 1000) },
  );
  try {
    const results = (await stream.toArray()) as { result: R }[];
    return results.map(({ result }) => result);
  } catch (error) {
    throw failure ? failure.reason : error;
  }
}
