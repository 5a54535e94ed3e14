// Keeps the calls in a Set: a promise that f returns twice stands there once.
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Says: f may return the promise of an earlier call
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const ahead = new Set<Promise<R>>();
  let news = () => {};
  let isAsking = false;
  let asking: Promise<void> | undefined;
  let isOver = false;
  let hasEnded = false;
  const ask = () =>
    iterator.next().catch((error) => {
      hasEnded = true;
      throw error;
    });
  const start = (item: T) => {
    try {
      return f(item);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  const work = async () => {
    try {
      const item = await ask();
      if (item.done) hasEnded = isOver = true;
      if (isOver) return;
      const call = start(item.value);
      call.catch(() => {
        isOver = true;
      });
      ahead.add(call);
    } catch (error) {
      const failure = Promise.reject(error);
      failure.catch(() => {});
      ahead.add(failure);
    } finally {
      isAsking = false;
      fill();
      news();
    }
  };
  const fill = () => {
    if (isOver || isAsking || ahead.size >= n) return;
    isAsking = true;
    asking = work();
  };
  try {
    fill();
    while (ahead.size > 0 || isAsking) {
      const [call] = ahead;
      if (!call) {
        await new Promise<void>((resolve) => {
          news = resolve;
        });
        continue;
      }
      const value = await call;
      ahead.delete(call);
      fill();
      yield value;
    }
  } finally {
    isOver = true;
    await Promise.allSettled([hasEnded || iterator.return?.(), asking, ...ahead]);
  }
}
