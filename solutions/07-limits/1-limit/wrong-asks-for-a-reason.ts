// Gives the place back with `if (reason)`. (A reason may be undefined.)
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Says: Work that has rejected is over
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let free = n;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let reason: unknown;
    try {
      const value = await f();
      leave();
      return value;
    } catch (error) {
      reason = error;
      throw error;
    } finally {
      if (reason) leave();
    }
  };
}
