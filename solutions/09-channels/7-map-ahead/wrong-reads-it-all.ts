// Starts a call for each item of the source, and yields when all have started.
// Fails: yields the results in the order of the items, whatever values they are
// Fails: hands over a result that is ready while it waits for the source
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: when f fails, yields the results before that first, then rejects with its reason
// Fails: after a failure asks for no item and does not call f, also when an item is on its way
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: rejects when no call is running any more, and the source is closed
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Fails: keeps two calls apart
// Fails: sets no timer
// Says: the next item is asked for when the reader gets a result
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls: Promise<R>[] = [];
  for await (const item of source) {
    const call = f(item);
    call.catch(() => {});
    calls.push(call);
  }
  for (const call of calls) yield await call;
}
