// Asks whether n is less than 1. (NaN is not, and no number is less than NaN: no place is ever free.)
// Fails: throws a RangeError in the call of limit() for a number that is no limit
// Says: limit(NaN) has thrown no error
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n < 1 || (Number.isFinite(n) && n % 1 !== 0)) throw new RangeError('no such limit');

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
