// Starts the next call in a finally, also after a failure.
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: The 3rd item of 'items' was asked for at 13 ms, when 'b' failed
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
  let running = 0;
  let count = 0;
  let isRead = false;
  return new Promise((resolve, reject) => {
    const fail = async (reason: unknown) => {
      reject(reason);
      try {
        if (!isRead) await iterator.return?.();
      } catch {
        // The first failure counts.
      }
    };
    const lane = async (): Promise<void> => {
      const place = count++;
      try {
        const { done, value } = await iterator.next();
        if (done) {
          isRead = true;
          return;
        }
        if (running < n) begin();
        results[place] = await f(value);
      } catch (error) {
        fail(error);
      } finally {
        if (!isRead) await lane();
      }
    };
    const begin = () => {
      running++;
      lane().then(() => {
        running--;
        if (running === 0) resolve(results);
      });
    };
    begin();
  });
}
