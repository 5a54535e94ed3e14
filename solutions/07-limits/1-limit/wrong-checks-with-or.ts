// Takes a limit that is not given for 1. (0 is not given, and NaN is not given.)
// Fails: throws a RangeError in the call of limit() for a number that is no limit
// Says: limit(0) has thrown no error
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  n = n || 1;
  if (n < 1 || (n !== Infinity && n % 1 !== 0)) throw new RangeError('no such limit');
  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      leave();
    }
  };
}
