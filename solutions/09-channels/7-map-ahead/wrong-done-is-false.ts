// Takes a result without `done` for the end. (Only a `done` that is true ends a source.)
// Fails: yields the results in the order of the items, whatever values they are
// Fails: hands over a result that is ready while it waits for the source
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Fails: keeps two calls apart
// Says: Only 1 item of 'items' was asked for; expected the 2nd one at 0 ms
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
      hasEnded ||= item.done !== false;
      isOver ||= hasEnded;
      if (isOver) return { done: true, value: undefined };
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
