// Takes a result that is undefined for the end.
// Fails: yields the results in the order of the items, whatever values they are
// Says: undefined came in at 7 ms, and nobody got it
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
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
      const { value } = await ahead[0];
      if (value === undefined) return;
      ahead.shift();
      fill();
      yield value as R;
    }
  } finally {
    isOver = true;
    await Promise.allSettled([hasEnded || iterator.return?.(), ...ahead]);
  }
}
