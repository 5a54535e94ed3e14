// Asks a source again before its value is yielded, and attaches a handler when the reader comes back.
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: Attach a handler before the promise rejects
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const asked = new Map<AsyncIterator<T>, Promise<IteratorResult<T>>>();
  const ask = (iterator: AsyncIterator<T>) => asked.set(iterator, (async () => iterator.next())());
  const order: AsyncIterator<T>[] = [];
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) ask(iterator);
    while (asked.size > 0) {
      // Those that settle from now on are put in order; the first of them wakes the reader.
      await Promise.race(
        [...asked].map(async ([iterator, result]) => {
          await result.catch(() => {});
          if (asked.get(iterator) === result && !order.includes(iterator)) order.push(iterator);
        }),
      );
      const iterator = order.shift() as AsyncIterator<T>;
      const result = asked.get(iterator);
      asked.delete(iterator);
      const { done, value } = await (result as Promise<IteratorResult<T>>).catch((error) => {
        open.delete(iterator);
        throw error;
      });
      if (done) open.delete(iterator);
      else {
        ask(iterator);
        yield value;
      }
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const closing = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
