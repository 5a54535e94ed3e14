// When an end finds nobody in the line, all places are free. (Other work may still be in flight.)
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: An end frees one place, also if no call waits.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  let free = n;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free = n;
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
