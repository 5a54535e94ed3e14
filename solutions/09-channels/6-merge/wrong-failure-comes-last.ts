// Tells the failure when no value waits any more: values that arrived after it overtake it.
// Fails: yields what arrived before a failure, and then rejects
// Says: The failure stands in the same line as the values
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const arrivals: { iterator: AsyncIterator<T>; take: () => T; isFailure?: boolean }[] = [];
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
        isFailure: true,
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
      // Failures come last.
      const i = arrivals.findIndex(({ isFailure }) => !isFailure);
      const [arrival] = arrivals.splice(Math.max(0, i), 1);
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
