// Starts a task for each item, and lets n of them into f at a time. (All items have been read by then.)
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
  let free = n;
  const waiting: (() => void)[] = [];
  let failure: { reason: unknown } | undefined;
  const task = async (item: T) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure) throw failure.reason;
    try {
      return await f(item);
    } catch (reason) {
      failure ??= { reason };
      throw reason;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
  const tasks: Promise<R>[] = [];
  for await (const item of items) {
    const one = task(item);
    one.catch(() => {});
    tasks.push(one);
  }
  return Promise.all(tasks);
}
