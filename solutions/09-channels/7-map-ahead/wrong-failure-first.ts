// Rejects as soon as a call fails: the results before it are lost.
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: Also when 'b' fails earlier, 'a' comes before it
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
  let fail: (reason: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  const add = (call: Promise<R>) => {
    call.catch((reason) => {
      fail(reason);
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
      const value = await Promise.race([call, failure]);
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
