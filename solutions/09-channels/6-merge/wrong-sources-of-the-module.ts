// Keeps the open sources of all calls in one set, and closes them all.
// Fails: merges the sources of each call by itself
// Says: while another call of the same function was in flight
// biome-ignore lint/suspicious/noExplicitAny: of any source
const open = new Set<AsyncIterator<any>>();

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
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
    const closing = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closing);
    if (!hasFailed) await Promise.all(closing);
  }
}
