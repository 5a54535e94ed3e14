// Looks for a failure first: values that arrived before it are never read.
// Fails: yields what arrived before a failure, and then rejects
// Says: The failure stands in the same line as the values
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
      failure ??= { error };
    }
    wake();
  };
  let failure: { error: unknown } | undefined;
  let hasFailed = false;
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) void ask(iterator);
    while (failure || open.size > 0 || arrivals.length > 0) {
      if (failure) throw (failure as { error: unknown }).error;
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
