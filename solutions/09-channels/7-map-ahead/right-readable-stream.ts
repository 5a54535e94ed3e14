// A ReadableStream of promises, whose mark is the number of places; it waits in its queue until there is a place.
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const running = new Set<Promise<R>>();
  let isOver = false;
  let hasEnded = false;
  const start = async (): Promise<{ result: Promise<R> } | undefined> => {
    try {
      const { done, value } = await iterator.next();
      hasEnded ||= done === true;
      if (done || isOver) return undefined;
      const result = (async () => f(value))();
      result.catch(() => {
        isOver = true;
      });
      running.add(result);
      return { result };
    } catch (error) {
      hasEnded = isOver = true;
      const result = Promise.reject(error);
      result.catch(() => {});
      return { result };
    }
  };
  const stream = new ReadableStream<{ result: Promise<R> }>(
    {
      async pull(controller) {
        const started = isOver ? undefined : await start();
        if (started) controller.enqueue(started);
        else controller.close();
      },
    },
    { highWaterMark: n - 1 },
  );
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      yield await next.value.result;
  } finally {
    isOver = true;
    await Promise.allSettled([hasEnded || iterator.return?.(), ...running]);
  }
}
