// Calls f a second time when it rejects.
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: That is the error of 'a call too many'
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item).catch(() => f(item));
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (hasFailed) return;
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
        if (hasFailed) return;
      }
      await Promise.all(running);
      resolve(results);
    };
    read().catch(fail);
  });
}
