// p-map, which gets n checked, and whose mapper passes on the item alone.
import pMap from 'p-map';

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return pMap(items, (item) => f(item as T), { concurrency: n }) as Promise<R[]>;
}
