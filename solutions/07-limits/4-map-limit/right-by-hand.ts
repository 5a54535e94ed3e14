// Calls next() itself: whatever ends looks whether there is room.
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
  let running = 0;
  let isAsking = false;
  let isRead = false;
  let isOver = false;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      if (isOver) return;
      isOver = true;
      reject(reason);
      close();
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
        fail(error);
      }
      running--;
      look();
    };
    const look = async () => {
      if (isOver || isAsking) return;
      if (isRead) {
        if (running === 0) resolve(results);
        return;
      }
      if (running >= n) return;
      isAsking = true;
      try {
        const { done, value } = await iterator.next();
        if (done) isRead = true;
        else if (!isOver) call(value, count++);
      } catch (error) {
        fail(error);
      }
      isAsking = false;
      look();
    };
    look();
  });
}
