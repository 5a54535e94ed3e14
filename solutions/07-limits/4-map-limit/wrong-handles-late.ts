// Attaches a handler to the calls when there is no more room. (While an item is awaited, a call may reject.)
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: The first failure is the result, at the moment when it happens
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  const start = async (item: T, place: number) => {
    results[place] = await f(item);
  };
  let count = 0;
  for await (const item of items) {
    const call = start(item, count++);
    running.add(call);
    if (running.size < n) continue;
    await Promise.race(
      [...running].map(async (one) => {
        await one;
        running.delete(one);
      }),
    );
  }
  await Promise.all(running);
  return results;
}
