// Takes the value of the last result for one more item.
// Fails: yields the results in the order of the items, whatever values they are
// Fails: hands over a result that is ready while it waits for the source
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Says: There is one result for each item
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
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
      if (isOver || (item.done && item.value === undefined))
        return { done: true, value: undefined };
      isOver ||= hasEnded;
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
    const close = async () => hasEnded || iterator.return?.();
    await Promise.allSettled([close(), ...ahead]);
  }
}
