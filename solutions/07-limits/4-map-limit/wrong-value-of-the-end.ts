// Takes the value that an iterator returns at its end for an item.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: [ 'the end' ]
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  async function* read() {
    return yield* items;
  }
  const source = read();
  async function* all() {
    for (;;) {
      const { done, value } = await source.next();
      if (!done || value !== undefined) yield value as T;
      if (done) return;
    }
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
      for await (const item of all()) {
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
