// A generator makes the promises, one for each place that is free; the loop over it waits for them.
export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const results: R[] = [];
  const running = new Set<Promise<unknown>>();
  const failed = new AbortController();
  const { signal } = failed;
  async function* calls() {
    let count = 0;
    for await (const item of items) {
      if (signal.aborted) return;
      const place = count++;
      yield async () => {
        results[place] = await f(item);
      };
      if (signal.aborted) return;
    }
  }
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(failures[0]));
  });
  const failures: unknown[] = [];
  const fail = (reason: unknown) => {
    failures.push(reason);
    failed.abort();
  };
  const run = async () => {
    for await (const call of calls()) {
      const one = call().catch(fail);
      running.add(one);
      one.then(() => running.delete(one));
      if (running.size >= n) await Promise.race(running);
    }
    await Promise.all(running);
    return results;
  };
  const all = run().catch((error) => {
    fail(error);
    return results;
  });
  await Promise.race([all, over]);
  if (signal.aborted) throw failures[0];
  return all;
}
