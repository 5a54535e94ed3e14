// Refuses only what is less than 1: with NaN nothing is ever read, and 1.5 is two.
// Fails: fails with a RangeError and asks for nothing, if n is no whole number of at least 1
// Says: That is no number of items that can be ahead
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const ahead: Promise<{ done: boolean; value?: R }>[] = [];
  let isAsking = false;
  let isOver = false;
  let hasEnded = false;
  const ask = () =>
    iterator.next().catch((error) => {
      hasEnded = true;
      throw error;
    });
  const work = async () => {
    try {
      const item = await ask();
      isAsking = false;
      if (item.done) hasEnded = isOver = true;
      if (isOver) return { done: true };
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
    while (ahead[0]) {
      const { done, value } = await ahead[0];
      if (done) return;
      ahead.shift();
      fill();
      yield value as R;
    }
  } finally {
    isOver = true;
    await Promise.allSettled([hasEnded || iterator.return?.(), ...ahead]);
  }
}
