// Assumes that `Promise.all` waits for all that is running. (It rejects with the first failure, and others go on.)
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: 'c' (until 41 ms) was still running
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  /** What is ahead, in the order of the items. The last one may be the end of the source. */
  const ahead: Promise<IteratorResult<R, undefined>>[] = [];
  /** What is pending. */
  const running = new Set<Promise<unknown>>();
  let isAsking = false;
  let isOver = false;
  let hasEnded = false;

  const ask = async () => {
    try {
      return await iterator.next();
    } catch (error) {
      hasEnded = true;
      throw error;
    } finally {
      isAsking = false;
    }
  };
  const work = async (): Promise<IteratorResult<R, undefined>> => {
    try {
      const item = await ask();
      hasEnded ||= item.done === true;
      // The reader may have left, or a call may have failed, while this item was on its way.
      isOver ||= hasEnded;
      if (item.done || isOver) return { done: true, value: undefined };
      const call = f(item.value);
      fill();
      return { done: false, value: await call };
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const fill = () => {
    if (isOver || isAsking || ahead.length >= n) return;
    isAsking = true;
    const result = work();
    // It may reject long before the reader comes to it.
    running.add(result);
    const settled = () => running.delete(result);
    result.then(settled, settled);
    ahead.push(result);
  };

  try {
    fill();
    for (let result = ahead[0]; result; result = ahead[0]) {
      const { done, value } = await result;
      if (done) return;
      ahead.shift();
      fill();
      yield value;
    }
  } finally {
    isOver = true;
    const close = async () => hasEnded || iterator.return?.();
    await Promise.allSettled([close(), Promise.all(running)]);
  }
}
