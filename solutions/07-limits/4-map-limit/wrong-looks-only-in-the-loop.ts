// Looks for a failure while it reads. (The last calls may fail after that.)
// Fails: rejects with the reason of the first failure of f, at that moment
// Says: The first failure is the result, at the moment when it happens
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = async (item: T, place: number) => {
    try {
      results[place] = await f(item);
    } catch (error) {
      failures.push(error);
    }
  };
  const read = async () => {
    let count = 0;
    for await (const item of items) {
      if (failures.length > 0) return;
      const call: Promise<void> = start(item, count++).then(() => void running.delete(call));
      running.add(call);
      if (running.size >= n) await Promise.race(running);
      if (failures.length > 0) return;
    }
  };
  await read().catch((reason) => failures.push(reason));
  if (failures.length > 0) throw failures[0];
  await Promise.all(running);
  return results;
}
