// A semaphore of promises: a place is taken before an item is read.
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  let free = n;
  const waiting: (() => void)[] = [];
  const acquire = async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  async function* source() {
    yield* items;
  }
  const iterator = source();
  const results: R[] = [];
  const calls: Promise<void>[] = [];
  return new Promise((resolve, reject) => {
    let hasFailed = false;
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const read = async () => {
      for (let place = 0; ; place++) {
        await acquire();
        if (hasFailed) break;
        const { done, value } = await iterator.next();
        if (done) return;
        if (hasFailed) break;
        const call = async () => {
          results[place] = await f(value);
        };
        calls.push(call().catch(fail).then(release));
      }
      await iterator.return(undefined);
    };
    read()
      .then(() => Promise.all(calls))
      .then(() => resolve(results), fail);
  });
}
