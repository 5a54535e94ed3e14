// Keeps the results by their number, and sorts the numbers as texts: 10 comes before 9.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Says: It fulfilled with [ '0', '1', '10', '100',
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const byPlace: Record<string, R> = {};
  return new Promise((resolve, reject) => {
    const running = new Set<Promise<void>>();
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      byPlace[`${place}.`] = await f(item);
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
      resolve(
        Object.keys(byPlace)
          .sort()
          .map((place) => byPlace[place] as R),
      );
    };
    read().catch(fail);
  });
}
