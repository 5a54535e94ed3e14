// One loop: it yields a result only when n items are ahead. Until that, it waits for the source.
// Fails: hands over a result that is ready while it waits for the source
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for one item at a time, and for none before the first next()
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Fails: keeps two calls apart
// Says: That the next item has not come yet is no reason to wait
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls: Promise<R>[] = [];
  const start = (item: T) => {
    const call = (async () => f(item))();
    call.catch(() => {});
    calls.push(call);
  };
  const results = async function* (most: number) {
    while (calls.length > most) {
      const value = await calls[0];
      calls.shift();
      yield value as R;
    }
  };
  try {
    for await (const item of source) {
      start(item);
      yield* results(n - 1);
    }
    yield* results(0);
  } finally {
    await Promise.allSettled(calls);
  }
}
