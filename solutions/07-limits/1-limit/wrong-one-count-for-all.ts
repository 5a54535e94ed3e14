// Counts outside of limit(). (All functions that it returns share one count.)
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: Each function that limit() returns counts only its own work, up to its own n.
const waiting: (() => void)[] = [];
let inFlight = 0;

export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

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
