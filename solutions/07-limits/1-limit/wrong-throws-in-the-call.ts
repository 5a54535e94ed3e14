// Calls `f` in a plain function if there is room. (A throw of `f` then comes out of the call, where a caller expects a promise.)
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Says: Expected the call to return a promise, and a rejection with Error('no bread').
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const wait = () => new Promise<void>((resolve) => waiting.push(resolve));
  const start = <T>(f: () => Promise<T>): Promise<T> => {
    try {
      return f().finally(leave);
    } catch (error) {
      leave();
      throw error;
    }
  };
  return (f) => {
    if (free === 0) return wait().then(() => start(f));
    free--;
    return start(f);
  };
}
