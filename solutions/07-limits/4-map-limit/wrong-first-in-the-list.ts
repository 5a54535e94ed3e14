// Rejects with the failure of the first item that failed, and not with the first failure.
// Fails: rejects with the reason of the first failure of f, at that moment
// Says: The first failure is the result, at the moment when it happens
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator =
    (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
    (items as Iterable<T>)[Symbol.iterator]();
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const failed = new Map<number, unknown>();
  const start = async (item: T, place: number) => {
    try {
      results[place] = await f(item);
    } catch (error) {
      failed.set(place, error);
      failures.push(error);
    }
  };
  const close = async () => iterator.return?.();
  const read = async () => {
    for (let place = 0; ; place++) {
      const { done, value } = await iterator.next();
      if (done || failures.length > 0) return;
      const call: Promise<void> = start(value, place).then(() => void running.delete(call));
      running.add(call);
      if (running.size >= n) await Promise.race(running);
      if (failures.length > 0) return;
    }
  };
  await read().catch((reason) => failures.push(reason));
  while (running.size > 0 && failures.length === 0) await Promise.race(running);
  if (failures.length > 0) {
    await close().catch(() => {});
    throw failed.size > 0 ? failed.get(Math.min(...failed.keys())) : failures[0];
  }
  return results;
}
