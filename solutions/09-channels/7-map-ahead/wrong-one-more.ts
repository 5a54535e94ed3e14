// Reads an item first, and waits for a place for its call after that.
// Fails: yields the results in the order of the items, whatever values they are
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: was asked for at 0 ms, while 'a' and 'b' were running; expected at 31 ms
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
        while (calls.length >= n && !isOver) await news;
        if (isOver) return;
        add((async () => f(item))());
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
