// Counts a waiter when it has woken up. (Between the end and that microtask the place looks free.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: 'b' was started at 13 ms, while 'new' was still running: 2 in flight; expected 1.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return async (f) => {
    if (inFlight >= n) await new Promise<void>((resolve) => waiting.push(resolve));
    inFlight++;
    try {
      return await f();
    } finally {
      inFlight--;
      waiting.shift()?.();
    }
  };
}
