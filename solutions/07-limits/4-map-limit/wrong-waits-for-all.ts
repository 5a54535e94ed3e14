// Waits for all calls that are running, before it rejects.
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: It rejected with Error('no bread') at 31 ms; expected at 13 ms.
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
    let first: { reason: unknown } | undefined;
    const fail = (reason: unknown) => {
      hasFailed = true;
      first ??= { reason };
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item);
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (hasFailed) break;
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
        if (hasFailed) break;
      }
      await Promise.all(running);
      if (first) reject(first.reason);
      else resolve(results);
    };
    read().catch(reject);
  });
}
