// Settles when a call ends, and without items none does.
// Fails: fulfils with the results in the order of the items, whatever values they are
// Says: There are no items, so there are no results
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  let running = 0;
  let hasFailed = false;
  let isRead = false;
  return new Promise((resolve, reject) => {
    let wake = () => {};
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
      wake();
    };
    const call = async (item: T, place: number) => {
      running++;
      try {
        results[place] = await f(item);
      } catch (error) {
        fail(error);
      }
      running--;
      wake();
      if (isRead && running === 0) resolve(results);
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (hasFailed) return;
        call(item, count++);
        while (running >= n && !hasFailed) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        if (hasFailed) return;
      }
      isRead = true;
      if (count > 0 && running === 0) resolve(results);
    };
    read().catch(fail);
  });
}
