// Asks for an item whenever a call ends, also when it is still waiting for one: later there are more calls than places.
// Fails: asks for an item only when there is room for its call
// Says: The 5th item of 'items' was asked for at 57 ms, while 'c' was running
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
      if (isOver) return;
      if (isRead) {
        if (running === 0) resolve(results);
        return;
      }
      if (running >= n) return;
      try {
        const { done, value } = await iterator.next();
        if (done) isRead = true;
        else if (!isOver) call(value, count++);
      } catch (error) {
        fail(error);
      }
      look();
    };
    look();
  });
}
