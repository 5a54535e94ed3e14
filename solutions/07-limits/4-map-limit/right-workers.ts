// Up to n workers share one generator. When one of them gets an item, the next worker begins.
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
  let workers = 0;
  let working = 0;
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
        hire();
        try {
          results[place] = await f(item);
        } catch (error) {
          fail(error);
        }
        // To leave the loop closes the generator.
        if (hasFailed) return;
      }
    };
    const hire = () => {
      if (workers === n) return;
      workers++;
      working++;
      work()
        .catch(fail)
        .then(() => {
          working--;
          if (working === 0) resolve(results);
        });
    };
    hire();
  });
}
