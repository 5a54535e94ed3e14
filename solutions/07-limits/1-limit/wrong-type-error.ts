// Throws a TypeError. (The type is right: it is the number that is out of range.)
// Fails: throws a RangeError in the call of limit() for a number that is no limit
// Says: It rejected with TypeError('no such limit') at 0 ms
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new TypeError('no such limit');

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
