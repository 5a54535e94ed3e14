// One loop that waits for the next item or the next result: while the reader is busy, an item that has come is not started.
// Fails: calls f once for each item, as soon as it comes, also while the reader is busy
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: when the reader leaves, closes the source immediately, and waits for the calls that are running
// Says: call f, also while the reader is busy
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  const calls: Promise<R>[] = [];
  let [isOver, hasEnded] = [false, false];
  let asked: Promise<IteratorResult<T>> | undefined;
  try {
    while (true) {
      if (!isOver && !hasEnded && calls.length < n) asked ??= iterator.next();
      asked?.catch(() => {});
      const item = asked?.then((item) => ({ item }));
      const result = calls[0]?.then((value) => ({ value }));
      if (!item && !result) return;
      const first = await Promise.race([item, result].filter((it) => it !== undefined)).catch(
        async (error) => {
          hasEnded ||= calls.length === 0;
          if (hasEnded) throw error;
          return { value: (await calls[0]) as R };
        },
      );
      if ('value' in first) {
        calls.shift();
        yield first.value;
        continue;
      }
      asked = undefined;
      if (first.item.done) hasEnded = true;
      if (hasEnded || isOver) continue;
      const { value } = first.item;
      const call = (async () => f(value))();
      call.catch(() => {
        isOver = true;
      });
      calls.push(call);
    }
  } finally {
    await Promise.allSettled([hasEnded || iterator.return?.(), asked, ...calls]);
  }
}
