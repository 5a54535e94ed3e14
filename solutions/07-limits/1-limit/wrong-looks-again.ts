// Wakes the first waiter, who looks whether there is room. (A newcomer was quicker, and the waiter is last in line again.)
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: 'b' was started at 20 ms, just when 'new' had ended; expected at 13 ms, when 'a' ended.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return async (f) => {
    while (inFlight >= n) await new Promise<void>((resolve) => waiting.push(resolve));
    inFlight++;
    try {
      return await f();
    } finally {
      inFlight--;
      waiting.shift()?.();
    }
  };
}
