// Takes an item that is undefined, null or 0 for the end of the items.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Says: It fulfilled with [] at 0 ms; expected [ [ undefined ], [ 'last' ] ].
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  async function* read() {
    yield* items;
  }
  const source = read();
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  let hasFailed = false;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const start = async (item: T, place: number) => {
      results[place] = await f(item);
    };
    const run = async () => {
      for (let count = 0; ; count++) {
        const { value } = await source.next();
        if (!value) break;
        if (hasFailed) break;
        const call: Promise<void> = start(value as T, count)
          .catch(fail)
          .then(() => void running.delete(call));
        running.add(call);
        if (running.size >= n) await Promise.race(running);
        if (hasFailed) break;
      }
      if (hasFailed) return source.return(undefined);
      await Promise.all(running);
      resolve(results);
    };
    run().catch(fail);
  });
}
