// Leaves an iterator open that makes an item at the moment of the failure.
// Fails: after a failure of f closes the iterator, if that can be closed
// Says: code that calls `next()` has to call it, too
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator =
    (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
    (items as Iterable<T>)[Symbol.iterator]();
  const results: R[] = [];
  const running = new Set<Promise<void>>();
  let failed: (reason: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  failure.catch(() => {});
  const start = async (item: T, place: number) => {
    results[place] = await f(item);
  };
  for (let place = 0; ; place++) {
    const { done, value } = await Promise.race([iterator.next(), failure]);
    if (done) break;
    const call: Promise<void> = start(value, place)
      .catch(failed)
      .then(() => void running.delete(call));
    running.add(call);
    if (running.size < n) continue;
    try {
      await Promise.race([failure, ...running]);
      await Promise.race([failure, null]);
    } catch (error) {
      await close().catch(() => {});
      throw error;
    }
  }
  async function close() {
    await iterator.return?.();
  }
  await Promise.race([failure, Promise.all(running)]);
  await Promise.race([failure, null]);
  return results;
}
