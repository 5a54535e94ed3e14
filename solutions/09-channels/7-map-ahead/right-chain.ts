// A chain of asks: each place waits for the one before to get its item, and for a result to be read.
export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  let hasEnded = false;
  const places: (() => void)[] = [];
  let free = n - 1;
  const takePlace = () =>
    new Promise<void>((resolve) => {
      if (free > 0) resolve();
      else places.push(resolve);
      free--;
    });
  const freePlace = () => {
    free++;
    places.shift()?.();
  };
  const running = new Set<Promise<R>>();
  interface Link {
    result: Promise<R>;
    next: Promise<Link | undefined>;
  }
  const ask = async (): Promise<Link | undefined> => {
    if (isOver) return undefined;
    const { done, value } = await iterator.next().catch((error) => {
      hasEnded = isOver = true;
      throw error;
    });
    hasEnded ||= done === true;
    if (done || isOver) return undefined;
    const result = (async () => f(value))();
    result.catch(() => {
      isOver = true;
    });
    running.add(result);
    const next = takePlace().then(ask);
    next.catch(() => {});
    return { result, next };
  };
  let link: Promise<Link | undefined> = ask();
  try {
    for (let here = await link; here; here = await link) {
      const value = await here.result;
      link = here.next;
      freePlace();
      yield value;
    }
  } finally {
    isOver = true;
    await Promise.allSettled([hasEnded || iterator.return?.(), link, ...running]);
  }
}
