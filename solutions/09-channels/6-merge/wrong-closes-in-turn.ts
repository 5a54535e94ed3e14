// Closes one source after the other.
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: closes the others when a source fails, and then rejects with its reason
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Fails: leaves no unhandled rejection of a source that nobody reads any more
// Says: close all of them first, then wait
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
    const stuck: unknown[] = [];
    for (const iterator of open) {
      try {
        await iterator.return?.();
      } catch (error) {
        stuck.push(error);
      }
    }
    if (!hasFailed && stuck.length > 0) await Promise.reject(stuck[0]);
  }
}
