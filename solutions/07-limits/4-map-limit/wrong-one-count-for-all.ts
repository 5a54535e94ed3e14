// Counts the calls in a variable of the module, which all calls of mapLimit share.
// Fails: keeps two calls apart
// Says: know nothing of each other
let running = 0;
const waiting: (() => void)[] = [];

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  let isOver = false;
  const calls: Promise<void>[] = [];
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      isOver = true;
      reject(reason);
    };
    const call = async (item: T, place: number) => {
      running++;
      try {
        results[place] = await f(item);
      } catch (error) {
        fail(error);
      }
      running--;
      for (const wake of waiting.splice(0)) wake();
    };
    const read = async () => {
      let count = 0;
      for await (const item of items) {
        if (isOver) return;
        calls.push(call(item, count++));
        while (running >= n && !isOver) await new Promise<void>((wake) => waiting.push(wake));
        if (isOver) return;
      }
      await Promise.all(calls);
      resolve(results);
    };
    read().catch(fail);
  });
}
