// Goes on after a failure, and rejects at the end.
// Fails: rejects with the reason of the first failure of f, at that moment
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: It rejected with Error('no bread') at 48 ms; expected at 13 ms
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  return new Promise((resolve, reject) => {
    const results: R[] = [];
    const running = new Set<Promise<void>>();
    let first: { reason: unknown } | undefined;
    const fail = (reason: unknown) => {
      first ??= { reason };
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item);
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
      }
      await Promise.all(running);
      if (first) reject(first.reason);
      else resolve(results);
    };
    read().catch(reject);
  });
}
