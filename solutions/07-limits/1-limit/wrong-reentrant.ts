// Calls `f` immediately if the call is made inside of an `f`, so that it never waits for itself. (Then more than n are in flight.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: a newcomer can take it.
import { AsyncLocalStorage } from 'node:async_hooks';

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const inside = new AsyncLocalStorage<boolean>();
  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  return async (f) => {
    if (inside.getStore()) return f();
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await inside.run(true, f);
    } finally {
      leave();
    }
  };
}
