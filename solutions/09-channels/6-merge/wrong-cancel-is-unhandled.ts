// Assumes that no source fails any more when it is closed. (What it was making may be cancelled, and rejects.)
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: Attach a handler to every promise that may reject
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
      if (isOver) throw error;
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
  let isOver = false;
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) void ask(iterator);
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      if (arrival) {
        yield arrival.take();
        void ask(arrival.iterator);
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    isOver = true;
    const closing = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
