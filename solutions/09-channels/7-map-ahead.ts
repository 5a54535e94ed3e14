/**
 * Calls a function with the items of a source, ahead of its reader, and yields the results in the order of the items.
 * At most `n` items are _ahead_: from when the source is asked for the item until the reader gets its result.
 *
 * - Yields each result when the reader asks, as soon as it and all before it are there, whatever values they are. Ends
 *   with the last result, when the source has ended.
 * - Does not wait for the source while the next result is ready.
 * - Calls `f` once for each item, with that item and no other argument, as soon as the item comes, also while the reader
 *   is busy. An item that is equal to an earlier one is no exception.
 * - While fewer than `n` items are ahead, asks for the next one immediately. A result that is ready, and that the reader
 *   has not got, takes a place. (Free: whether its place is free when the reader gets it, or when the reader asks again.)
 * - Asks the source for one item at a time, and for none before the first `next()`.
 * - When `f` rejects or throws, yields the results before that first, then rejects with the same reason, whatever value
 *   it is. Only the first failure in the order of the items counts.
 * - After a failure, asks for no item and does not call `f` again, also when it is waiting for an item at that moment.
 * - When the source rejects, yields the results before that first, then rejects with the same reason.
 * - After a failure of `f`, closes the source: calls its `return()` once, if it has one and has not ended, at the latest
 *   when the reader waits for the failed result. Then rejects when that is over and no call is running any more.
 * - When the reader leaves the loop, closes the source immediately, or when the item has come that is on its way.
 *   `return()` fulfils when that is over and no call is running any more, whatever comes of those calls. Does not ask or
 *   call `f` again.
 * - When `n` is neither a whole number of at least 1 nor Infinity, throws a RangeError, or the first `next()` rejects
 *   with one. Asks for no item.
 * - Each call of `mapAhead` has its own items and its own `n` places.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
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
    const close = async () => hasEnded || iterator.return?.();
    await Promise.allSettled([close(), ...ahead]);
  }
}
