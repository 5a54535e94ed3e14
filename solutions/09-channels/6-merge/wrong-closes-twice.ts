// Each loop closes its source, and so does the code that ends them.
// Fails: closes all sources at the same time when the reader leaves, and waits for that
// Fails: yields what arrived before a failure, and then rejects
// Fails: rejects with the reason when a source cannot be closed, after the others are closed
// Says: Close each source once
interface Arrival<T> {
  value?: T;
  failure?: { error: unknown };
  taken?: () => void;
}

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const arrivals: Arrival<T>[] = [];
  const open = new Set<AsyncIterator<T>>();
  let isOver = false;
  let wake = () => {};
  const read = async (iterator: AsyncIterator<T>) => {
    try {
      while (!isOver) {
        const { done, value } = await iterator.next();
        if (done) return void open.delete(iterator);
        if (isOver) return;
        await new Promise<void>((taken) => {
          arrivals.push({ value, taken });
          wake();
        });
      }
    } catch (error) {
      open.delete(iterator);
      arrivals.push({ failure: { error } });
    } finally {
      if (open.has(iterator)) await iterator.return?.();
      wake();
    }
  };
  let hasFailed = false;
  const loops: Promise<unknown>[] = [];
  try {
    for (const source of sources) open.add(source[Symbol.asyncIterator]());
    for (const iterator of open) loops.push(read(iterator).catch(() => {}));
    while (open.size > 0 || arrivals.length > 0) {
      const arrival = arrivals.shift();
      if (arrival?.failure) {
        hasFailed = true;
        throw arrival.failure.error;
      }
      if (arrival) {
        arrival.taken?.();
        yield arrival.value as T;
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    isOver = true;
    const closing = [...open].map(async (iterator) => iterator.return?.());
    for (const { taken } of arrivals) taken?.();
    await Promise.allSettled([...closing, ...loops]);
    if (!hasFailed) await Promise.all(closing);
  }
}
