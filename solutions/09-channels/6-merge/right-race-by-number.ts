// A loop of races that only wake the reader: each result notes when it came, and the earliest one is taken.
interface Asked<T> {
  iterator: AsyncIterator<T>;
  settled: Promise<void>;
  /** From 1; 0 while it is pending. */
  number: number;
  end?: IteratorResult<T> | undefined;
  failure?: { reason: unknown };
}

export async function* merge<T>(...sources: AsyncIterable<T>[]): AsyncGenerator<T> {
  let count = 0;
  let asked: Asked<T>[] = [];
  const ask = (iterator: AsyncIterator<T>) => {
    const one: Asked<T> = { iterator, number: 0, settled: Promise.resolve() };
    one.settled = (async () => iterator.next())().then(
      (end) => {
        one.number = ++count;
        one.end = end;
      },
      (reason) => {
        one.number = ++count;
        one.failure = { reason };
      },
    );
    asked.push(one);
  };
  let hasFailed = false;
  try {
    for (const source of sources) ask(source[Symbol.asyncIterator]());
    while (asked.length > 0) {
      await Promise.race(asked.map(({ settled }) => settled));
      const settled = asked.filter(({ number }) => number > 0);
      const first = settled.sort((one, other) => one.number - other.number)[0] as Asked<T>;
      if (first.end && !first.end.done) yield first.end.value;
      asked = asked.filter((one) => one !== first);
      if (first.failure) {
        hasFailed = true;
        throw first.failure.reason;
      }
      if (!first.end?.done) ask(first.iterator);
    }
  } finally {
    const closings = asked.map(async ({ iterator }) => iterator.return?.());
    await Promise.allSettled(closings);
    if (!hasFailed) await Promise.all(closings);
  }
}
