// Keeps the reason, and asks whether there is one. (A promise may reject with undefined.)
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Says: Does your code test the reason itself, as in if (error)?
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  let failure: unknown;
  const start = async (item: T, place: number) => {
    try {
      results[place] = await f(item);
    } catch (error) {
      failure ??= error;
    }
  };
  const read = async () => {
    let count = 0;
    for await (const item of items) {
      if (failure) return;
      const call: Promise<void> = start(item, count++).then(() => void running.delete(call));
      running.add(call);
      if (running.size >= n) await Promise.race(running);
      if (failure) return;
    }
  };
  let broken: { reason: unknown } | undefined;
  await read().catch((reason) => {
    broken = { reason };
  });
  while (running.size > 0 && !failure && !broken) await Promise.race(running);
  if (failure) throw failure;
  if (broken) throw (broken as { reason: unknown }).reason;
  return results;
}
