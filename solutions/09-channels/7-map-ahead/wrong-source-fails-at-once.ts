// Rejects at once when the source fails: the results before that are lost.
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Says: The results of the items before that are good
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
  let fail: (reason: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  const ask = () =>
    iterator.next().catch((error) => {
      hasEnded = true;
      fail(error);
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
      const { done, value } = await Promise.race([failure, ahead[0]]);
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
