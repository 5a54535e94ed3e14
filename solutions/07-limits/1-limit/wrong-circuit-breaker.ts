// Stops after three failures one after another.
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Says: 'x' rejected, and its f was never called: Error: too many failures
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  let failures = 0;
  return async (f) => {
    if (failures >= 3) throw new Error('too many failures');
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      const value = await f();
      failures = 0;
      return value;
    } catch (error) {
      failures++;
      throw error;
    } finally {
      leave();
    }
  };
}
