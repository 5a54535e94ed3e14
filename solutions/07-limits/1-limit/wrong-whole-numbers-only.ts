// Takes whole numbers only. (Infinity is a limit, too: it says that there is none.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: has exactly n in flight while there is enough to do
// Fails: sets no timer
// Says: It threw synchronously at 0 ms: RangeError: no such limit
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (!Number.isInteger(n) || n < 1) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return async (f) => {
    if (inFlight < n) inFlight++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inFlight--;
    }
  };
}
