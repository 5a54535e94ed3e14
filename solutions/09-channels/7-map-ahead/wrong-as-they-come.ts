// Yields each result as soon as it is there, whichever it is.
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
// Says: 'reader' got 'B' at 13 ms; expected at 31 ms, after 'A'
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const running = new Map<number, Promise<[number, R]>>();
  let count = 0;
  for await (const item of source) {
    const number = count++;
    running.set(
      number,
      f(item).then((value) => [number, value]),
    );
    if (running.size < n) continue;
    const [first, value] = await Promise.race(running.values());
    running.delete(first);
    yield value;
  }
  while (running.size > 0) {
    const [first, value] = await Promise.race(running.values());
    running.delete(first);
    yield value;
  }
}
