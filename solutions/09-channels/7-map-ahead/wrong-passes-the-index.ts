// Calls f as map() does, with the index of the item.
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Says: It logged 'f(a, 0)' at 0 ms; expected 'f(a)'
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const ahead: Promise<{ done: boolean; value?: R }>[] = [];
  let count = 0;
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
      const call = (f as (item: T, i: number) => Promise<R>)(item.value, count++);
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
