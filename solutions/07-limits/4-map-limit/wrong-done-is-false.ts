// Goes on while `done` is false. (An iterator may leave it away until the end.)
// Fails: fulfils with the results in the order of the items, whatever values they are
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: It fulfilled with [] at 0 ms; expected [ [ 'a' ], [ 'b' ], [ 'c' ] ].
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator =
    (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
    (items as Iterable<T>)[Symbol.iterator]();
  async function* all() {
    try {
      for (let one = await iterator.next(); one.done === false; one = await iterator.next())
        yield one.value;
    } finally {
      await iterator.return?.();
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
