// Calls a function that throws once more before it gives up.
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: Each call calls its `f` once.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const attempt = <T>(f: () => Promise<T>): Promise<T> => {
    try {
      return f();
    } catch {
      return f();
    }
  };
  return async (f) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await attempt(f);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
