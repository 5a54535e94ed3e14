// A ReadableStream with a mark of 0: it pulls when the reader asks, and then each source that has no value in the line.
export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = new Set<AsyncIterator<T>>();
  const toAsk: AsyncIterator<T>[] = [];
  const line: (() => T)[] = [];
  let wake = () => {};
  let hasFailed = false;
  const ask = async (iterator: AsyncIterator<T>) => {
    try {
      const { done, value } = await iterator.next();
      if (done) open.delete(iterator);
      else {
        line.push(() => {
          toAsk.push(iterator);
          return value;
        });
      }
    } catch (error) {
      open.delete(iterator);
      line.push(() => {
        hasFailed = true;
        throw error;
      });
    }
    wake();
  };
  const stream = new ReadableStream<{ value: T }>(
    {
      start() {
        for (const source of sources) open.add(source[Symbol.asyncIterator]());
        toAsk.push(...open);
      },
      async pull(controller) {
        for (const iterator of toAsk.splice(0)) ask(iterator);
        while (line.length === 0 && open.size > 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        const take = line.shift();
        if (take) controller.enqueue({ value: take() });
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  try {
    for await (const { value } of stream) yield value;
  } finally {
    const closings = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closings);
    if (!hasFailed) await Promise.all(closings);
  }
}
