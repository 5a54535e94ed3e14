// Makes n workers before there is an item. (n may be Infinity.)
// Fails: calls f once for each item, n at a time, and the next one as soon as there is room
// Fails: asks for an item only when there is room for its call
// Says: It rejected at 0 ms with: RangeError: Invalid array length
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  async function* read() {
    yield* items;
  }
  const source = read();
  const results: R[] = [];
  let count = 0;
  let hasFailed = false;
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      hasFailed = true;
      reject(reason);
    };
    const work = async () => {
      for await (const item of source) {
        if (hasFailed) return;
        const place = count++;
        try {
          results[place] = await f(item);
        } catch (error) {
          fail(error);
        }
        if (hasFailed) return;
      }
    };
    const workers = Array.from({ length: n }, () => work().catch(fail));
    Promise.all(workers).then(() => resolve(results));
  });
}
