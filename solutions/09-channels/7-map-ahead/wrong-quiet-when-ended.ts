// Assumes that nothing is running any more when the source has ended. (Calls of its last items may be.)
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: 'reading' rejected at 13 ms; expected at 97 ms
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  /** What is ahead, in the order of the items. The last one may be the end of the source. */
  const ahead: Promise<IteratorResult<R, undefined>>[] = [];
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
    result.catch(() => {});
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
    const close = async () => iterator.return?.();
    if (!hasEnded) await Promise.allSettled([close(), ...ahead]);
  }
}
