// p-map, with a generator around the items that keeps the failure of the source: p-map 7.1.1 may lose it.
import pMap from 'p-map';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  let failure: { reason: unknown } | undefined;
  async function* read() {
    try {
      yield* items;
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  }
  const results = await pMap(read(), (item) => f(item), { concurrency: n });
  if (failure) throw (failure as { reason: unknown }).reason;
  return results;
}
