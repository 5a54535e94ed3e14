// Rejects when the iterator fails, and lets the other workers go on. (It may have items after that.)
// Fails: rejects with the reason of the iterator, if that throws or rejects
// Says: so the results cannot be complete: pass on its reason
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const iterator =
    (items as AsyncIterable<T>)[Symbol.asyncIterator]?.() ??
    (items as Iterable<T>)[Symbol.iterator]();
  const results: R[] = [];
  let count = 0;
  let hasFailed = false;
  let turn: Promise<unknown> = Promise.resolve();
  const next = () => {
    const mine = turn.then(() =>
      hasFailed ? ({ done: true, value: undefined } as const) : iterator.next(),
    );
    turn = mine.catch(() => {});
    return mine;
  };
  const close = async () => {
    try {
      await iterator.return?.();
    } catch {}
  };
  let workers = 0;
  return new Promise((resolve, reject) => {
    let working = 0;
    const work = async () => {
      for (;;) {
        const { done, value } = await next();
        if (done || hasFailed) return;
        hire();
        const place = count++;
        try {
          results[place] = await f(value);
        } catch (error) {
          if (!hasFailed) close();
          hasFailed = true;
          reject(error);
          return;
        }
      }
    };
    const hire = () => {
      if (workers === n) return;
      workers++;
      working++;
      work().then(() => {
        if (--working === 0) resolve(results);
      }, reject);
    };
    hire();
  });
}
