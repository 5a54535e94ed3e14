// pMapIterable of p-map, between two generators: one that asks for one item at a time, and one that waits for the calls.
import { pMapIterable } from 'p-map';

export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls = new Set<Promise<R>>();
  let isOver = false;
  async function* read() {
    for await (const item of source) {
      yield item;
      if (isOver) return;
    }
  }
  const items = read();
  const call = async (item: T) => {
    // A call of its own, so that a throw is a rejection, too.
    const result = (async () => f(item))();
    calls.add(result);
    try {
      return { value: await result };
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  try {
    for await (const { value } of pMapIterable(items, call, { concurrency: n })) yield value;
  } finally {
    isOver = true;
    await Promise.allSettled([items.return(undefined), ...calls]);
  }
}
