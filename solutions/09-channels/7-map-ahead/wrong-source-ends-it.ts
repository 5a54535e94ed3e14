// Takes a failure of the source for its end.
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Says: a promise that fulfils stands for success
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls: Promise<R>[] = [];
  let isOver = false;
  let hasEnded = false;
  let ring = () => {};
  let news = new Promise<void>((resolve) => {
    ring = resolve;
  });
  const tell = () => {
    ring();
    news = new Promise((resolve) => {
      ring = resolve;
    });
  };
  const add = (call: Promise<R>) => {
    call.catch(() => {
      isOver = true;
      tell();
    });
    calls.push(call);
    tell();
  };
  const readSource = async () => {
    try {
      for await (const item of source) {
        if (isOver) return;
        add((async () => f(item))());
        while (calls.length >= n && !isOver) await news;
        if (isOver) return;
      }
    } catch {
      // No more items.
    } finally {
      hasEnded = true;
      tell();
    }
  };
  const reading = readSource();
  try {
    while (true) {
      while (calls.length === 0 && !hasEnded) await news;
      const [call] = calls;
      if (!call) return;
      const value = await call;
      calls.shift();
      tell();
      yield value;
    }
  } finally {
    isOver = true;
    tell();
    await reading;
    await Promise.allSettled(calls);
  }
}
