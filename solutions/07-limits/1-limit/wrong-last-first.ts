// Takes the next waiter with pop(). (pop() takes the one that has come last.)
// Fails: calls each f once, as soon as fewer than n are in flight, in the order of the calls
// Fails: frees the place of work that rejects, and of an f that throws, and goes on with the others
// Fails: lets no call overtake one that waits, in whatever microtask it comes
// Fails: has a place and a result for each call, also for the same f or promise, and inside of an f
// Fails: has its own places in each function, and all of them again when all work has ended
// Says: call the function of the call that waits longest.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');

  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.pop();
    if (next) next();
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
