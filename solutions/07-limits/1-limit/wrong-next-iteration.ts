// Starts the next one with setImmediate, so that the caller goes on first.
// Fails: sets no timer
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Says: The code that runs when work settles can start the next one itself, and needs no timer for that.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) setImmediate(next);
    else free++;
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
