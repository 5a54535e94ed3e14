// Rounds the limit down. (A limit of 1.5 is a mistake of the caller, and 1 is not what they meant.)
// Fails: throws a RangeError in the call of limit() for a number that is no limit
// Says: limit(1.5) has thrown no error
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (!(n >= 1)) throw new RangeError('no such limit');
  n = Math.floor(n);

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
