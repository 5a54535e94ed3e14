// Closes each source when the value that it is making has come. (It may never come.)
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: also of one whose next value is awaited
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T }[] = [];
  let wake = () => {};
  const ask = async (iterator: AsyncIterator<T>) => {
    try {
      const { done, value } = await iterator.next();
      if (done) open.delete(iterator);
      else arrivals.push({ iterator, take: () => value });
    } catch (error) {
      open.delete(iterator);
      arrivals.push({
        iterator,
        take: () => {
          throw error;
        },
      });
    }
    wake();
  };
  const asked = new Map<AsyncIterator<T>, Promise<void>>();
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) asked.set(iterator, ask(iterator));
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      if (arrival) {
        yield arrival.take();
        asked.set(arrival.iterator, ask(arrival.iterator));
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    const closing = [...open].map(async (iterator) => {
      await asked.get(iterator);
      await iterator.return?.();
    });
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
