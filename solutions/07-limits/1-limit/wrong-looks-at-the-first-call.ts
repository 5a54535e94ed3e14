// Looks at the number when it is needed. (The mistake was made in the call of limit(), and its caller is gone.)
// Fails: throws a RangeError in the call of limit() for a number that is no limit
// Says: throw a RangeError in the call of limit().
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  return async (f) => {
    if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
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
