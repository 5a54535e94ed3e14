// Recursion and then(), with a function that tells the reader.
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  type Ready = () => R;
  const line: { ready?: Ready; isLast?: true }[] = [];
  let [running, isOver, isAsking, hasEnded] = [0, false, false, false];
  let wake = () => {};
  const until = async (isSo: () => boolean) => {
    while (!isSo())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  const fail = (reason: unknown): Ready => {
    isOver = true;
    return () => {
      throw reason;
    };
  };
  const call = (item: T) =>
    Promise.resolve(item)
      .then(f)
      .then(
        (value): Ready =>
          () =>
            value,
        fail,
      );
  const go = () => {
    if (isOver || hasEnded || isAsking || line.length >= n) return;
    isAsking = true;
    iterator
      .next()
      .then(
        ({ done, value }) => {
          isAsking = false;
          hasEnded ||= done === true;
          if (isOver) return;
          const place: (typeof line)[number] = {};
          line.push(place);
          if (done) {
            place.isLast = true;
            return;
          }
          running++;
          call(value).then((ready) => {
            running--;
            place.ready = ready;
            wake();
          });
          go();
        },
        (reason) => {
          [isAsking, hasEnded] = [false, true];
          line.push({ ready: fail(reason) });
        },
      )
      .then(() => wake());
  };
  try {
    go();
    while (true) {
      await until(() => Boolean(line[0]?.ready || line[0]?.isLast));
      const value = line[0]?.ready?.();
      if (line[0]?.isLast) return;
      line.shift();
      go();
      yield value as R;
    }
  } finally {
    isOver = true;
    if (!hasEnded) await iterator.return?.()?.catch(() => {});
    await until(() => running === 0 && !isAsking);
  }
}
