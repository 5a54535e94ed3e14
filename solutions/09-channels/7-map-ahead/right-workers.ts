// As many workers as are needed: each asks in its turn, calls f, and waits until its result has been read.
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const line: { result: Promise<IteratorResult<R, undefined>>; read: () => void }[] = [];
  const work = new Set<Promise<void>>();
  let turn: Promise<unknown> = Promise.resolve();
  let workers = 0;
  let isOver = false;
  let hasEnded = false;
  const next = async () => {
    if (isOver) return;
    try {
      const item = await iterator.next();
      if (item.done) hasEnded = isOver = true;
      return isOver ? undefined : item;
    } catch (error) {
      hasEnded = isOver = true;
      throw error;
    }
  };
  const one = async (item: Promise<IteratorResult<T> | undefined>) => {
    const it = await item;
    if (!it || it.done) return { done: true, value: undefined } as const;
    hire();
    try {
      return { done: false, value: await f(it.value) } as const;
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const worker = async () => {
    while (!isOver) {
      const asked = turn.then(next);
      turn = asked.catch(() => {});
      const result = one(asked);
      const isRead = new Promise<void>((read) => line.push({ result, read }));
      await result.catch(() => {});
      await isRead;
      // The others ask in the order in which they were read.
    }
  };
  const hire = () => {
    if (workers >= n || isOver) return;
    workers++;
    const its: Promise<void> = worker().finally(() => work.delete(its));
    work.add(its);
  };
  try {
    hire();
    while (true) {
      const first = line[0];
      if (!first) {
        if (isOver) return;
        await turn;
        continue;
      }
      const { done, value } = await first.result;
      if (done) return;
      line.shift();
      first.read();
      yield value;
    }
  } finally {
    isOver = true;
    const results = line.map(({ result }) => result);
    await Promise.allSettled([hasEnded || iterator.return?.(), turn, ...results]);
  }
}
