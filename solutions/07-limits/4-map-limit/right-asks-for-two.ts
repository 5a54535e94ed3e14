// Workers that call next() themselves: two of them may be waiting for an item at the same time.
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
  let count = 0;
  let workers = 0;
  let asking = 0;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      isOver = true;
      reject(reason);
    };
    const close = async () => {
      try {
        await iterator.return?.();
      } catch {
        // The first failure counts.
      }
    };
    const next = async () => {
      asking++;
      try {
        return await iterator.next();
      } catch (error) {
        fail(error);
      } finally {
        asking--;
      }
    };
    const work = async () => {
      while (!isOver) {
        const step = await next();
        if (!step || step.done || isOver) break;
        const place = count++;
        hire();
        try {
          results[place] = await f(step.value);
        } catch (error) {
          if (!isOver) close();
          fail(error);
        }
      }
      workers--;
      if (workers === 0) resolve(results);
    };
    const hire = () => {
      while (!isOver && workers < n && asking < 2) {
        workers++;
        work();
      }
    };
    hire();
  });
}
