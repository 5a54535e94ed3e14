// Takes n items, waits for all their calls, and takes the next n. (The slowest call of a chunk keeps the other places empty.)
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: asks for an item only when there is room for its call
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: As soon as one of n calls has ended, whichever it is, there is room for the next
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  let chunk: Promise<R>[] = [];
  const call = async (item: T) => f(item);
  for await (const item of items) {
    chunk.push(call(item));
    if (chunk.length < n) continue;
    results.push(...(await Promise.all(chunk)));
    chunk = [];
  }
  results.push(...(await Promise.all(chunk)));
  return results;
}
