// Takes an AbortError for the end of the results.
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Says: expected a rejection with AbortError('stopped by its own')
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
    } catch (error) {
      add(Promise.reject(error));
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
      const value = await call.catch((error) => {
        if (error?.name !== 'AbortError') throw error;
        isOver = true;
        return undefined;
      });
      if (value === undefined && isOver) return;
      calls.shift();
      tell();
      yield value as R;
    }
  } finally {
    isOver = true;
    tell();
    await reading;
    await Promise.allSettled(calls);
  }
}
