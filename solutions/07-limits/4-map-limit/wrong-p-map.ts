// Assumes that p-map passes on each failure of its source. (7.1.1 loses it while it is waiting for two items: then it
// fulfils with the results that it has.)
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: It fulfilled with [ 'A', 'B' ] at 21 ms; expected a rejection
import pMap from 'p-map';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return pMap(items, (item) => f(item), { concurrency: n });
}
