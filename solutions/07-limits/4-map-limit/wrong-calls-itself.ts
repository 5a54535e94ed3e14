// Reads a list without an await, by a function that calls itself for the next item: with many places the stack ends.
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Says: RangeError: Maximum call stack size exceeded
export function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity))
    return Promise.reject(new RangeError(`n is ${n}`));
  const iterator =
    (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
    (items as Iterable<T>)[Symbol.iterator]();
  const results: R[] = [];
  let count = 0;
  let running = 0;
  let isAsking = false;
  let isRead = false;
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
    const call = async (item: T, place: number) => {
      running++;
      try {
        results[place] = await f(item);
      } catch (error) {
        if (!isOver) close();
        fail(error);
      }
      running--;
      look();
    };
    const take = ({ done, value }: IteratorResult<T>) => {
      isAsking = false;
      if (isOver) return;
      if (done) isRead = true;
      else call(value, count++);
      look();
    };
    const look = () => {
      if (isOver || isAsking) return;
      if (isRead && running === 0) return resolve(results);
      if (isRead || running >= n) return;
      isAsking = true;
      try {
        const step = iterator.next();
        if (step instanceof Promise) step.then(take, fail);
        else take(step);
      } catch (error) {
        fail(error);
      }
    };
    look();
  });
}
