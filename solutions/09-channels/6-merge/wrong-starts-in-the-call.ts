// Asks all sources in the call, although no reader has asked for a value.
// Fails: asks a source for its next value only when its last one has been yielded
// Says: A generator does nothing before its first next()
export function merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
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
  for (const source of sources) open.add(source[Symbol.asyncIterator]());
  for (const iterator of open) void ask(iterator);
  const read = async function* () {
    let hasFailed = false;
    try {
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
  };
  return read();
}
