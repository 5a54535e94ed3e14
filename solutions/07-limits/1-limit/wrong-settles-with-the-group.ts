// Tells the results when all places are free again. (A caller waits for the work of others.)
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Says: A call settles when its own work does, whatever else is in flight.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let told: (() => void)[] = [];
  return async (f) => {
    if (inFlight < n) inFlight++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await f();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inFlight--;
      if (inFlight > 0) await new Promise<void>((resolve) => told.push(resolve));
      else {
        for (const tell of told) tell();
        told = [];
      }
    }
  };
}
