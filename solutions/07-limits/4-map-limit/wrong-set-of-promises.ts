// Counts the calls by a Set of the promises of f. (f may return the same promise for two items: the Set has it once.)
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Says: f may return the promise of an earlier call
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<R>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = (item: T, place: number) => {
      const call = f(item);
      running.add(call);
      call
        .then((result) => {
          results[place] = result;
        }, fail)
        .then(() => running.delete(call));
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (hasFailed) return;
        try {
          start(item, count++);
        } catch (error) {
          fail(error);
        }
        while (running.size >= n && !hasFailed) await Promise.race(running).catch(fail);
        if (hasFailed) return;
      }
      while (running.size > 0) await Promise.race(running).catch(fail);
      resolve(results);
    };
    read().catch(fail);
  });
}
