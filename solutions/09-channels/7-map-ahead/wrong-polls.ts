// Looks every ms whether there is news.
// Fails: yields the results in the order of the items, whatever values they are
// Fails: asks for the next item while fewer than n are ahead, and not before
// Fails: asks for one item at a time, and for none before the first next()
// Fails: when the source rejects, yields the results before that first, then rejects with its reason
// Fails: keeps two calls apart
// Fails: sets no timer
// Says: A timer of 1 ms was set
import { setTimeout as sleep } from 'node:timers/promises';

export async function* mapAhead<T, R>(
  source: AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const calls: Promise<R>[] = [];
  let isOver = false;
  let hasEnded = false;
  const add = (call: Promise<R>) => {
    call.catch(() => {
      isOver = true;
    });
    calls.push(call);
  };
  const readSource = async () => {
    try {
      for await (const item of source) {
        if (isOver) return;
        add((async () => f(item))());
        while (calls.length >= n && !isOver) await sleep(1);
        if (isOver) return;
      }
    } catch (error) {
      add(Promise.reject(error));
    } finally {
      hasEnded = true;
    }
  };
  const reading = readSource();
  try {
    while (true) {
      while (calls.length === 0 && !hasEnded) await sleep(1);
      const [call] = calls;
      if (!call) return;
      const value = await call;
      calls.shift();
      yield value;
    }
  } finally {
    isOver = true;
    await reading;
    await Promise.allSettled(calls);
  }
}
