// Reads an item, and waits for a place after that: one item more than has room is always out of the source.
// Fails: asks for an item only when there is room for its call
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: Read it when there is room, and not before
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
      results[place] = await f(item);
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        while (running.size >= n && !hasFailed) await Promise.race(running);
        if (hasFailed) return;
        const call: Promise<void> = start(item, count++)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (hasFailed) return;
      }
      await Promise.all(running);
      resolve(results);
    };
    read().catch(fail);
  });
}
