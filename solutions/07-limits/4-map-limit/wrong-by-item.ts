// Keeps the results by item, so that equal items have one result.
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: keeps two calls apart
// Says: that item is the only argument
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results = new Map<T, R>();
  const order: T[] = [];
  return new Promise((resolve, reject) => {
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T) => {
      results.set(item, await f(item));
    };
    const read = async () => {
      for await (const item of items) {
        order.push(item);
        if (hasFailed) return;
        const call: Promise<void> = start(item)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
        if (hasFailed) return;
      }
      await Promise.all(running);
      resolve(order.map((item) => results.get(item) as R));
    };
    read().catch(fail);
  });
}
