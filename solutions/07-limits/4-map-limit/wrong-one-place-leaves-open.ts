// Has a loop of its own for one place, which forgets to close the iterator.
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: it may hold a file or a connection open
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  if (n === 1) {
    const results: R[] = [];
    const iterator =
      (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
      (items as Iterable<T>)[Symbol.iterator]();
    for (let one = await iterator.next(); !one.done; one = await iterator.next())
      results.push(await f(one.value));
    return results;
  }
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item);
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
