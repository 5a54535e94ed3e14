// A function that reads one item, starts its call, and calls itself for the next one.
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator: AsyncIterator<T> | Iterator<T> =
    Symbol.asyncIterator in Object(items)
      ? (items as AsyncIterable<T>)[Symbol.asyncIterator]()
      : (items as Iterable<T>)[Symbol.iterator]();
  const running: Promise<unknown>[] = [];
  let failure: { reason: unknown } | undefined;
  const settle = (place: number, result: R, rest: Map<number, R>) => rest.set(place, result);
  const found = new Map<number, R>();
  const free = async () => {
    while (!failure && running.length >= n) await Promise.race(running);
  };
  const go = async (place: number): Promise<void> => {
    await free();
    if (failure) return close();
    const { done, value } = await iterator.next();
    if (done) return;
    if (failure) return close();
    const call: Promise<unknown> = (async () => settle(place, await f(value), found))()
      .catch((reason) => {
        failure ??= { reason };
      })
      .then(() => running.splice(running.indexOf(call), 1));
    running.push(call);
    return go(place + 1);
  };
  const close = async () => {
    await iterator.return?.();
  };
  await go(0).catch((reason) => {
    failure ??= { reason };
  });
  while (!failure && running.length > 0) await Promise.race(running);
  if (failure) throw (failure as { reason: unknown }).reason;
  return Array.from({ length: found.size }, (_, i) => found.get(i) as R);
}
