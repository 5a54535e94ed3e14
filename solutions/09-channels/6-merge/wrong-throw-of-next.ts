// Handles what the promise of `next()` rejects with, and not what the call throws. When the call is made by a handler, that throw is lost.
// Fails: closes the others when a source fails, and then rejects with its reason
// Says: there was an unhandled rejection (the line is dead)
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T }[] = [];
  let wake = () => {};
  const ask = async (iterator: AsyncIterator<T>) => {
    return iterator.next().then(
      ({ done, value }) => {
        if (done) open.delete(iterator);
        else arrivals.push({ iterator, take: () => value });
        wake();
      },
      (error) => {
        open.delete(iterator);
        arrivals.push({
          iterator,
          take: () => {
            throw error;
          },
        });
        wake();
      },
    );
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
