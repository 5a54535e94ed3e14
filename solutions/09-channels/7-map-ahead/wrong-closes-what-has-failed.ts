// Notices a failure of the source only when the reader reaches it. A reader that leaves earlier closes a source that has failed.
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: The source has ended or failed by itself
interface Broken {
  readonly isBroken: true;
  readonly reason: unknown;
}

export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  /** What is ahead, in the order of the items. The last one may be the end of the source. */
  const ahead: Promise<IteratorResult<R, undefined> | Broken>[] = [];
  let isAsking = false;
  let isOver = false;
  let hasEnded = false;

  const ask = async () => {
    try {
      return await iterator.next();
    } catch (reason) {
      return { isBroken: true, reason } as const;
    } finally {
      isAsking = false;
    }
  };
  const work = async (): Promise<IteratorResult<R, undefined> | Broken> => {
    try {
      const item = await ask();
      if ('isBroken' in item) {
        isOver = true;
        return item;
      }
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
      const next = await result;
      if ('isBroken' in next) {
        hasEnded = true;
        throw next.reason;
      }
      const { done, value } = next;
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
