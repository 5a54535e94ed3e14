// Assumes that Promise.all stops the other workers, when one has failed. (It only rejects: they read on.)
// Fails: after a failure asks for no item and calls nothing, also when an item is on its way
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: Code that awaits an item has to look again when it comes
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
  let count = 0;
  const work = async () => {
    for (;;) {
      const { done, value } = await source.next();
      if (done) return;
      const place = count++;
      results[place] = await f(value);
    }
  };
  const workers = Array.from({ length: Math.min(n, 1000) }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    source.return(undefined);
    throw error;
  }
  return results;
}
