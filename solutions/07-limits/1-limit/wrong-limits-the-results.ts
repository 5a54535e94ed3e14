// Calls `f` immediately, and limits who may await the promise. (Calling `f` starts its work.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: has exactly n in flight while there is enough to do
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: 'c' was started at 0 ms, while 'a' and 'b' were running; expected at 11 ms.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  return async (f) => {
    const running = (async () => f())();
    running.catch(() => {});
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await running;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
