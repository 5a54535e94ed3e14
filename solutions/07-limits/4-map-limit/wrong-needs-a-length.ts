// Takes the items for a list: a generator has no length.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: asks for an item only when there is room for its call
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Fails: keeps two calls apart
// Says: It fulfilled with [] at 0 ms; expected [ 'A', 'B', 'C', 'D', 'E' ].
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const list = items as T[];
  const results: R[] = [];
  let next = 0;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      next = Infinity;
      reject(reason);
    };
    const work = async () => {
      while (next < list.length) {
        const place = next++;
        results[place] = await f(list[place] as T);
      }
    };
    const workers = Array.from({ length: Math.min(n, list.length) }, () => work().catch(fail));
    Promise.all(workers).then(() => resolve(results));
  });
}
