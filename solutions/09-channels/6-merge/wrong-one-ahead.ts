// Asks on when its value is taken into a place of one: one value waits, and one more is made.
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Says: only when its last one has been yielded
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T }[] = [];
  const free = new Map<AsyncIterator<T>, Promise<void>>();
  let wake = () => {};
  const ask = async (iterator: AsyncIterator<T>) => {
    try {
      const { done, value } = await iterator.next();
      if (done) open.delete(iterator);
      else {
        await free.get(iterator);
        free.set(
          iterator,
          new Promise<void>((resolve) => {
            arrivals.push({
              iterator,
              take: () => {
                resolve();
                return value;
              },
            });
          }),
        );
        void ask(iterator);
      }
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
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) void ask(iterator);
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      if (arrival) {
        yield arrival.take();
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
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
