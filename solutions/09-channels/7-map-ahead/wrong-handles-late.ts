// Attaches a handler to each call when its turn comes: until that, a failure is unhandled.
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Fails: keeps two calls apart
// Fails: sets no timer
// Says: Attach a handler before the promise rejects
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
