// Looks every 5 ms whether something has arrived.
// Fails: yields each value of each source when it arrives
// Fails: keeps what arrives while the reader is busy, in the order of arrival
// Fails: asks a source for its next value only when its last one has been yielded
// Fails: ends when all sources have ended
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Fails: merges the sources of each call by itself
// Fails: sets no timer
// Says: Polling notices a promise late
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T }[] = [];
  const wake = () => {};
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
      } else await new Promise((resolve) => setTimeout(resolve, 5));
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
