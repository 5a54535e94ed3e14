// A ReadableStream stands before the reader. Its pull takes from the line, and asks the sources whose values have been taken.
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
      line.push(() => {
        hasFailed = true;
        throw error;
      });
    }
    wake();
  };
  const stream = new ReadableStream<{ value: T }>({
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
  });
  try {
    for await (const { value } of stream) yield value;
  } finally {
    const closings = [...open].map(async (iterator) => iterator.return?.());
    await Promise.allSettled(closings);
    if (!hasFailed) await Promise.all(closings);
  }
}
