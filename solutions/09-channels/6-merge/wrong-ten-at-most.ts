// Reads ten sources at a time, and the next one when one of them has ended.
// Fails: yields each value of each source when it arrives
// Says: All sources make their values concurrently
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
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    const waiting = [...open];
    for (const iterator of waiting.splice(0, 10)) void ask(iterator);
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      while (waiting.length > 0 && open.size - waiting.length < 10)
        void ask(waiting.shift() as AsyncIterator<T>);
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
    const closing = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
