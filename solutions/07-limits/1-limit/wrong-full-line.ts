// Takes at most a hundred calls in the line, and rejects the others.
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: sets no timer
// Says: 'no. 104' rejected, and its f was never called: Error: too many calls
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
    else if (waiting.length < 100) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new Error('too many calls');
    try {
      return await f();
    } finally {
      leave();
    }
  };
}
