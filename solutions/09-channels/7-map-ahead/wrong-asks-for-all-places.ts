// Asks for an item for each free place at the same time, and does not wait for the answers.
// Fails: asks for one item at a time, and for none before the first next()
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: a source that is asked twice at the same time may mix them up
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const ahead: Promise<{ done: boolean; value?: R }>[] = [];
  let [isOver, hasEnded] = [false, false];
  const work = async () => {
    const item = await iterator.next().catch((error) => {
      hasEnded = isOver = true;
      throw error;
    });
    if (item.done) hasEnded = isOver = true;
    if (isOver) return { done: true };
    fill();
    try {
      return { done: false, value: await f(item.value) };
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const fill = () => {
    const many = Math.min(n, ahead.length + 10);
    while (!isOver && ahead.length < many) {
      const result = work();
      result.catch(() => {});
      ahead.push(result);
    }
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
