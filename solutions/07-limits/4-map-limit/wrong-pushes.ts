// Pushes each result when it comes: they are in the order in which the calls end.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: keeps two calls apart
// Says: The values are right, but in the order in which they arrived; expected input order.
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
    const start = async (item: T) => {
      results.push(await f(item));
    };
    const read = async () => {
      for await (const item of items) {
        if (hasFailed) return;
        const call: Promise<void> = start(item)
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
